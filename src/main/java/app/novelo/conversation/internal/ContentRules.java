package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.Draft;
import app.novelo.conversation.Outgoing;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cannot be sent is not queued, whoever asks for it: a person hears of it at once, a process by an incident. */
@Component
class ContentRules {

    /** WhatsApp's. */
    private static final Duration REACTED_TO_WITHIN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Clock clock;

    ContentRules(JdbcClient jdbc, Channels channels, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.clock = clock;
    }

    /** @throws BadRequest naming the field */
    void check(Outgoing outgoing) {
        channels.of(channel(outgoing.conversation()))
                .check(new Draft(outgoing.kind(), outgoing.text(), outgoing.content(), outgoing.media() != null));
        if (outgoing.content() instanceof Content.Reaction reaction) {
            target(outgoing.conversation(), reaction.target());
        }
    }

    private String channel(UUID conversation) {
        return jdbc.sql("select channel from conversation.conversation where id = ?")
                .param(conversation)
                .query(String.class)
                .single();
    }

    private void target(UUID conversation, String providerId) {
        var target = find(conversation, providerId)
                .orElseThrow(() -> new BadRequest("content.target", "there is no such message in this conversation"));
        if (target.kind.equals("reaction")) {
            throw new BadRequest("content.target", "nobody reacts to a reaction");
        }
        if (target.at.isBefore(clock.instant().minus(REACTED_TO_WITHIN))) {
            throw new BadRequest("content.target", "WhatsApp takes reactions to messages of the last 30 days only");
        }
    }

    private Optional<Target> find(UUID conversation, String providerId) {
        return jdbc.sql(
                        """
                        select m.kind, m.at from conversation.provider_message p
                        join conversation.message m on m.id = p.message and m.at = p.at
                        where p.provider_id = ? and p.conversation = ?""")
                .param(providerId)
                .param(conversation)
                .query((row, n) -> new Target(row.getString(1), Sql.instant(row, "at")))
                .optional();
    }

    private record Target(String kind, Instant at) {}
}
