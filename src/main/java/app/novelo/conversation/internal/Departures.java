package app.novelo.conversation.internal;

import app.novelo.channel.ChannelError;
import app.novelo.channel.Lines;
import app.novelo.channel.OutboundMessage;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.customer.Customers;
import app.novelo.engine.RemoteTasks;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides at the last moment whether a queued message may go, and marks it as on its way. */
@Component
class Departures {

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Customers customers;
    private final Lines lines;
    private final RemoteTasks tasks;
    private final Clock clock;

    Departures(
            JdbcClient jdbc,
            Conversations conversations,
            Customers customers,
            Lines lines,
            RemoteTasks tasks,
            Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.customers = customers;
        this.lines = lines;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional
    public Departure decide(UUID message) {
        var queued = find(message).orElse(null);
        if (queued == null) {
            return new Departure.Gone();
        }
        var conversation = conversations.locked(queued.conversation); // nobody takes the word meanwhile
        if (queued.task != null && !tasks.exists(queued.task)) {
            return new Departure.Cancel();
        }
        if (!conversation.window().isOpenAt(clock.instant())) {
            return new Departure.Refuse(BusinessCodes.WINDOW_CLOSED, error("The service window is closed"));
        }
        if (!hasTheWord(queued, conversation)) {
            return new Departure.Refuse(BusinessCodes.NOT_YOUR_TURN, error("Somebody else has the word"));
        }
        return markSending(message) ? go(queued, conversation) : new Departure.Gone();
    }

    /** After a fault of our own: later, not at once and for ever. */
    @Transactional
    void postpone(UUID message) {
        jdbc.sql(
                        "update conversation.outgoing set not_before = now() + interval '5 seconds' where message = ? and state = 'QUEUED'")
                .param(message)
                .update();
    }

    private static ChannelError error(String title) {
        return new ChannelError(0, title, null);
    }

    private static boolean hasTheWord(Queued queued, Conversation conversation) {
        if (queued.notice) {
            return true;
        }
        return switch (queued.author) {
            case AGENT ->
                conversation.speaker() == Speaker.AGENT
                        && String.valueOf(queued.authorId).equals(conversation.speakerId());
            case AI -> conversation.speaker() == Speaker.AI;
            default -> conversation.speaker() != Speaker.AGENT;
        };
    }

    private Departure go(Queued queued, Conversation conversation) {
        var line = lines.find(conversation.line()).orElseThrow();
        var customer = customers.find(conversation.customer()).orElseThrow();
        return new Departure.Go(new OutboundMessage(
                queued.message, line, customer.phone(), customer.userId(), queued.text, queued.replyTo));
    }

    private boolean markSending(UUID message) {
        int marked = jdbc.sql(
                        "update conversation.outgoing set state = 'SENDING', sending_since = now(), attempts = attempts + 1 where message = ? and state = 'QUEUED'")
                .param(message)
                .update();
        return marked == 1;
    }

    private Optional<Queued> find(UUID message) {
        return jdbc.sql(
                        """
                        select o.message, o.conversation, o.external_task, o.notice, m.text, m.reply_to, m.author_type,
                          m.author_id
                        from conversation.outgoing o join conversation.message m on m.id = o.message and m.at = o.at
                        where o.message = ? and o.state = 'QUEUED'""")
                .param(message)
                .query((row, n) -> new Queued(
                        row.getObject("message", UUID.class),
                        row.getObject("conversation", UUID.class),
                        row.getString("external_task"),
                        row.getBoolean("notice"),
                        row.getString("text"),
                        row.getString("reply_to"),
                        Author.Type.valueOf(row.getString("author_type")),
                        row.getString("author_id")))
                .optional();
    }

    private record Queued(
            UUID message,
            UUID conversation,
            @Nullable String task,
            boolean notice,
            String text,
            @Nullable String replyTo,
            Author.Type author,
            @Nullable String authorId) {}

    /** What is decided. */
    sealed interface Departure {

        record Go(OutboundMessage message) implements Departure {}

        record Refuse(String code, ChannelError error) implements Departure {}

        /** Its process has moved on and no longer wants it said. */
        record Cancel() implements Departure {}

        /** Somebody else is at it. */
        record Gone() implements Departure {}
    }
}
