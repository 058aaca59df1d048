package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One entry a call, whichever of its events comes first: what is known of its end only grows. */
@Component
class CallEntries {

    private static final List<String> BY_RANK = List.of("ringing", "missed", "declined", "completed");

    private final JdbcClient jdbc;
    private final ContentJson contents;
    private final StoredUndriven undriven;
    private final InboundConversations conversations;
    private final Events events;

    CallEntries(
            JdbcClient jdbc,
            ContentJson contents,
            StoredUndriven undriven,
            InboundConversations conversations,
            Events events) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.undriven = undriven;
        this.conversations = conversations;
        this.events = events;
    }

    /** Another event of a call that is known. */
    void goesOn(UUID conversation, InboundMessage event, Content.Call call) {
        jdbc.sql("select 1 from conversation.conversation where id = ? for update")
                .param(conversation)
                .query(Integer.class)
                .single();
        entry(event.providerId())
                .filter(entry -> rank(call.outcome()) > rank(entry.outcome))
                .ifPresent(entry -> end(conversation, entry, event, call));
    }

    private static int rank(String outcome) {
        return BY_RANK.indexOf(outcome);
    }

    private Optional<Entry> entry(String providerId) {
        return jdbc.sql(
                        """
                        select m.id, m.at, m.content ->> 'outcome' as outcome from conversation.provider_message p
                          join conversation.message m on m.id = p.message and m.at = p.at
                        where p.provider_id = ? and m.kind = 'call'""")
                .param(providerId)
                .query((row, n) ->
                        new Entry(row.getObject("id", UUID.class), Sql.instant(row, "at"), row.getString("outcome")))
                .optional();
    }

    private void end(UUID conversation, Entry entry, InboundMessage event, Content.Call call) {
        boolean talked = call.outcome().equals("completed");
        jdbc.sql(
                        """
                        update conversation.message set content = ?::jsonb, payload = ?, unhandled = unhandled and not ?
                        where id = ? and at = ?""")
                .param(contents.write(call))
                .param(event.payload().toString())
                .param(talked)
                .param(entry.id)
                .param(time(entry.at))
                .update();
        if (talked) {
            conversations.forgetWhatIsAnswered(conversation);
            conversations.endIfNothingIsLeft(conversation);
        } else {
            undriven.mark(conversation);
        }
        events.append(
                "message.changed", Map.of("conversation", conversation.toString(), "message", entry.id.toString()));
    }

    private record Entry(UUID id, Instant at, String outcome) {}
}
