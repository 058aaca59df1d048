package app.novelo.conversation.internal;

import app.novelo.channel.ChannelError;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.TemplateUnavailable;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.customer.Customers;
import app.novelo.engine.RemoteTasks;
import app.novelo.platform.Nodes;
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
    private final QueuedMessages waiting;
    private final TemplateWords templates;
    private final MediaUploads uploads;
    private final Nodes nodes;
    private final Permission permission;

    Departures(
            JdbcClient jdbc,
            Conversations conversations,
            Customers customers,
            Lines lines,
            RemoteTasks tasks,
            QueuedMessages waiting,
            TemplateWords templates,
            MediaUploads uploads,
            Nodes nodes,
            Permission permission) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.customers = customers;
        this.lines = lines;
        this.tasks = tasks;
        this.waiting = waiting;
        this.templates = templates;
        this.uploads = uploads;
        this.nodes = nodes;
        this.permission = permission;
    }

    /**
     * @param handedOver its file, if it has one, was handed over to the channel, or could not be: it is not asked for again
     */
    @Transactional
    public Departure decide(UUID message, boolean handedOver) {
        var queued = waiting.find(message).orElse(null);
        if (queued == null) {
            return new Departure.Gone();
        }
        var conversation = conversations.locked(queued.conversation()); // nobody takes the word meanwhile
        if (queued.task() != null && !tasks.exists(queued.task())) {
            return new Departure.Cancel();
        }
        var line = lines.find(conversation.line()).orElseThrow();
        try {
            return decide(templates.asOfNow(queued, line), conversation, line, handedOver);
        } catch (TemplateUnavailable e) {
            return new Departure.Refuse(
                    BusinessCodes.TEMPLATE_UNAVAILABLE,
                    new ChannelError(0, TemplateReason.of(e.why()).title(), e.getMessage()));
        }
    }

    private Departure decide(QueuedMessage queued, Conversation conversation, Line line, boolean handedOver) {
        var refusal = permission.refuses(conversation, queued.content(), queued.advertises());
        if (refusal.isPresent()) {
            return new Departure.Refuse(
                    refusal.get().code(), error(refusal.get().title()));
        }
        if (!hasTheWord(queued, conversation)) {
            return new Departure.Refuse(BusinessCodes.NOT_YOUR_TURN, error("Somebody else has the word"));
        }
        var file = queued.media() == null
                ? null
                : uploads.known(line, queued.media()).orElse(null);
        if (queued.media() != null && file == null && !handedOver) {
            return new Departure.HandOver(line, queued.media());
        }
        return markSending(queued.message())
                .<Departure>map(attempt -> go(queued, conversation, line, file, attempt))
                .orElseGet(Departure.Gone::new);
    }

    /**
     * After a fault of our own before the call: later, not at once and for ever. The mark may have been written although
     * its commit seemed to fail.
     */
    @Transactional
    void postpone(UUID message) {
        jdbc.sql(
                        """
                        update conversation.outgoing set state = 'QUEUED', sending_since = null, node = null,
                          not_before = now() + interval '5 seconds'
                        where message = ? and (state = 'QUEUED' or state = 'SENDING' and node = ?)""")
                .param(message)
                .param(nodes.own())
                .update();
    }

    private static ChannelError error(String title) {
        return new ChannelError(0, title, null);
    }

    /**
     * What an agent wrote while he had the word goes out although he has closed the case since, or somebody has written on
     * the phone; only a colleague who took over takes it back.
     */
    private static boolean hasTheWord(QueuedMessage queued, Conversation conversation) {
        if (queued.notice()) {
            return true;
        }
        return switch (queued.author()) {
            case AGENT ->
                conversation.speaker() != Speaker.AGENT
                        || String.valueOf(queued.authorId()).equals(conversation.speakerId())
                        || Word.isOnPhone(conversation);
            case AI -> conversation.speaker() == Speaker.AI;
            default -> conversation.speaker() != Speaker.AGENT;
        };
    }

    private Departure go(
            QueuedMessage queued,
            Conversation conversation,
            Line line,
            OutboundMessage.@Nullable Media file,
            int attempt) {
        var customer = customers.find(conversation.customer()).orElseThrow();
        var message = new OutboundMessage(
                queued.message(),
                line,
                customer.phone(),
                customer.userId(),
                queued.kind(),
                ReadableText.words(queued.content(), queued.text()),
                queued.content(),
                file,
                queued.replyTo());
        return new Departure.Go(message, attempt);
    }

    private Optional<Integer> markSending(UUID message) {
        return jdbc.sql(
                        """
                        update conversation.outgoing set state = 'SENDING', sending_since = now(), node = ?,
                          attempts = attempts + 1
                        where message = ? and state = 'QUEUED' returning attempts""")
                .param(nodes.own())
                .param(message)
                .query(Integer.class)
                .optional();
    }

    /** What is decided. */
    sealed interface Departure {

        /** @param attempt how often it was given to the channel, this time included */
        record Go(OutboundMessage message, int attempt) implements Departure {}

        /** First the file must be handed over to the channel, outside of any transaction; nothing is marked yet. */
        record HandOver(Line line, UUID media) implements Departure {}

        record Refuse(String code, ChannelError error) implements Departure {}

        /** Its process has moved on and no longer wants it said. */
        record Cancel() implements Departure {}

        /** Somebody else is at it. */
        record Gone() implements Departure {}
    }
}
