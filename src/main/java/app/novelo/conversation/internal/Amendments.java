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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was done later to a message: reactions, edits, revocations, by the customer or by the company in the channel's own
 * app. Each is a row of its own that names its target; it may come before it. Only one's own messages on the same line can
 * be edited or revoked.
 */
@Component
class Amendments {

    private static final String OF_ONE_SIDE =
            """
            from conversation.message m join conversation.conversation c on c.id = m.conversation
            where m.target = ? and c.customer = ? and c.line = ? and m.direction = ?
            """;

    private final JdbcClient jdbc;
    private final EditedMessages edits;
    private final InboundConversations conversations;
    private final Events events;

    Amendments(JdbcClient jdbc, EditedMessages edits, InboundConversations conversations, Events events) {
        this.jdbc = jdbc;
        this.edits = edits;
        this.conversations = conversations;
        this.events = events;
    }

    static boolean takeBack(List<Amendment> waiting) {
        return waiting.stream().anyMatch(amendment -> amendment.kind.equals("revoke"));
    }

    /** Their target has come: what waited for it is done now. */
    void targetCame(List<Amendment> waiting, Owner owner) {
        waiting.forEach(amendment -> apply(amendment, owner));
    }

    /** @return what has come before its target, from whoever wrote that, in the order of the channel's time */
    List<Amendment> waitingFor(InboundMessage message, Owner owner) {
        return jdbc.sql("select m.id, m.conversation, m.kind, m.target, m.at " + OF_ONE_SIDE
                        + "order by m.at, m.provider_id")
                .param(message.providerId())
                .param(owner.customer)
                .param(owner.line)
                .param(message.echo() ? "OUT" : "IN")
                .query((row, n) -> new Amendment(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        Sql.instant(row, "at"),
                        !message.echo()))
                .list();
    }

    /** @return true if it hangs on a message of the same conversation, and is none of its own */
    boolean apply(Amendment amendment, Owner owner) {
        var target = target(amendment.target, owner).orElse(null);
        if (target == null || !amendment.kind.equals("reaction") && amendment.inbound != target.inbound) {
            return false;
        }
        boolean applied =
                switch (amendment.kind) {
                    case "edit" -> edits.apply(amendment, target, owner);
                    case "revoke" -> revoke(amendment, target);
                    default -> true;
                };
        if (applied) {
            events.append(
                    "message.changed",
                    Map.of("conversation", target.conversation.toString(), "message", target.id.toString()));
        }
        return applied && target.conversation.equals(amendment.conversation);
    }

    private Optional<Target> target(String providerId, Owner owner) {
        return jdbc.sql(
                        """
                        select m.id, m.at, m.conversation, m.direction = 'IN', m.unhandled, m.revoked_at is not null,
                          c.state = 'RESOLVED'
                        from conversation.provider_message p
                          join conversation.message m on m.id = p.message and m.at = p.at
                          join conversation.conversation c on c.id = m.conversation
                        where p.provider_id = ? and c.customer = ? and c.line = ?""")
                .param(providerId)
                .param(owner.customer)
                .param(owner.line)
                .query((row, n) -> new Target(
                        row.getObject(1, UUID.class),
                        Sql.instant(row, "at"),
                        row.getObject(3, UUID.class),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getBoolean(7)))
                .optional();
    }

    private boolean revoke(Amendment amendment, Target target) {
        jdbc.sql(
                        """
                        update conversation.message set revoked_at = least(revoked_at, ?), unhandled = false
                        where id = ? and at = ?""")
                .param(time(amendment.at))
                .param(target.id)
                .param(time(target.at))
                .update();
        if (target.inbound) {
            conversations.forgetWhatIsAnswered(target.conversation);
            conversations.endIfNothingIsLeft(target.conversation);
        }
        return true;
    }

    /** Whose messages these are. */
    record Owner(UUID customer, UUID line) {}

    static @Nullable String target(InboundMessage message) {
        var content = message.content();
        if (content instanceof Content.Reaction reaction) {
            return reaction.target();
        }
        if (content instanceof Content.Edit edit) {
            return edit.target();
        }
        return content instanceof Content.Revocation revocation ? revocation.target() : null;
    }

    /**
     * @param target provider id of the message that it changes
     * @param inbound the customer did it
     */
    record Amendment(UUID id, UUID conversation, String kind, String target, Instant at, boolean inbound) {

        /** @return empty if the message changes none */
        static Optional<Amendment> of(UUID id, UUID conversation, InboundMessage message) {
            return Optional.ofNullable(Amendments.target(message))
                    .map(target ->
                            new Amendment(id, conversation, message.kind(), target, message.at(), !message.echo()));
        }
    }

    /** @param over its conversation is resolved */
    record Target(
            UUID id, Instant at, UUID conversation, boolean inbound, boolean unhandled, boolean revoked, boolean over) {

        /** A process has taken it, and would not learn of its new words. */
        boolean isDone() {
            return !unhandled && !revoked;
        }
    }
}
