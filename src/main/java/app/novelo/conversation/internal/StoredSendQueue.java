package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Circumstances;
import app.novelo.channel.Content;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.SendQueue;
import app.novelo.platform.Events;
import app.novelo.platform.Wakeups;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredSendQueue implements SendQueue {

    static final String SENDING = "sending";

    private final JdbcClient jdbc;
    private final TemplateWords templates;
    private final ContentRules rules;
    private final MessageRows messages;
    private final Events events;
    private final Wakeups wakeups;
    private final Clock clock;

    StoredSendQueue(
            JdbcClient jdbc,
            TemplateWords templates,
            ContentRules rules,
            MessageRows messages,
            Events events,
            Wakeups wakeups,
            Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.rules = rules;
        this.messages = messages;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public UUID add(Outgoing outgoing) {
        return add(outgoing, 0, false);
    }

    /**
     * @param attempt counts how often the external task was handed over
     * @param advertises it goes to nobody who has not agreed to advertising, be it a text in an open window
     */
    UUID add(Outgoing asked, int attempt, boolean advertises) {
        var outgoing = templates.filled(asked);
        rules.check(outgoing);
        var id = UUID.randomUUID();
        var at = clock.instant();
        insert(id, at, outgoing);
        queue(id, at, outgoing, attempt, advertises);
        if (target(outgoing) == null) {
            touch(at, outgoing);
        }
        events.append(
                "message.queued", Map.of("conversation", outgoing.conversation().toString(), "message", id.toString()));
        wakeups.signal(SENDING);
        return id;
    }

    private void insert(UUID id, Instant at, Outgoing outgoing) {
        var origin = outgoing.origin();
        messages.insert(new MessageRows.NewMessage(
                id,
                at,
                outgoing.conversation(),
                outgoing.caseNumber(),
                "OUT",
                outgoing.kind(),
                StorableText.of(ReadableText.of(outgoing.content(), outgoing.text())),
                outgoing.content(),
                Circumstances.NONE,
                outgoing.media(),
                target(outgoing),
                null,
                outgoing.author(),
                MessageStatus.QUEUED,
                null,
                outgoing.replyTo(),
                origin == null ? null : origin.processInstanceId(),
                origin == null ? null : origin.activityInstanceId(),
                false));
    }

    private static @Nullable String target(Outgoing outgoing) {
        return outgoing.content() instanceof Content.Reaction reaction ? reaction.target() : null;
    }

    private void queue(UUID id, Instant at, Outgoing outgoing, int attempt, boolean advertises) {
        var origin = outgoing.origin();
        jdbc.sql(
                        """
                        insert into conversation.outgoing (message, at, conversation, line, state, external_task,
                          task_attempt, notice, advertises)
                        select ?, ?, id, line, 'QUEUED', ?, ?, ?, ? from conversation.conversation where id = ?""")
                .param(id)
                .param(time(at))
                .param(origin == null ? null : origin.externalTask())
                .param(attempt)
                .param(outgoing.notice())
                .param(advertises)
                .param(outgoing.conversation())
                .update();
    }

    /** Not for a reaction, which answers nothing. */
    private void touch(Instant at, Outgoing outgoing) {
        jdbc.sql(
                        """
                        update conversation.conversation set last_message_at = greatest(last_message_at, :at),
                          awaits_answer = awaits_answer and :notice where id = :id""")
                .param("at", time(at))
                .param("notice", outgoing.notice())
                .param("id", outgoing.conversation())
                .update();
    }
}
