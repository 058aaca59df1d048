package app.novelo.conversation.internal;

import app.novelo.conversation.internal.Claims.Claim;
import app.novelo.platform.Nodes;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks after messages whose sender never came back: when its node is dead, or there is no answer for too long, they are
 * unknown; those that a status has settled meanwhile are carried through. A node that was only slow may still bring its
 * answer: that counts.
 */
@Component
class UnknownOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownOutcomes.class);
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final Settlement settlement;
    private final SendSettings settings;
    private final Nodes nodes;

    UnknownOutcomes(JdbcClient jdbc, Settlement settlement, SendSettings settings, Nodes nodes) {
        this.jdbc = jdbc;
        this.settlement = settlement;
        this.settings = settings;
        this.nodes = nodes;
    }

    boolean declareSome() {
        orphaned()
                .forEach(orphan -> attempt(
                        orphan.claim, () -> settlement.unknown(orphan.claim, orphan.attempt, "no answer was stored")));
        acceptedByStatus()
                .forEach(found -> attempt(found.claim, () -> settlement.accepted(found.claim, found.providerId)));
        return false;
    }

    /** One that fails holds up none of the others. */
    private static void attempt(Claim claim, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("message {} could not be settled; it is looked at again", claim.message(), e);
        }
    }

    private List<Orphan> orphaned() {
        return jdbc.sql(
                        """
                        select message, conversation, attempts from conversation.outgoing where state = 'SENDING'
                          and (node = any (?) or sending_since < now() - make_interval(secs => ?))
                        order by random() limit ?""")
                .param(nodes.dead().toArray(String[]::new))
                .param((double) settings.unknownAfter().toSeconds())
                .param(BATCH)
                .query((row, n) -> new Orphan(
                        new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getInt(3)))
                .list();
    }

    private List<Accepted> acceptedByStatus() {
        return jdbc.sql(
                        """
                        select o.message, o.conversation, m.provider_id from conversation.outgoing o
                        join conversation.message m on m.id = o.message and m.at = o.at
                        where o.state = 'ACCEPTED' order by random() limit ?""")
                .param(BATCH)
                .query((row, n) -> new Accepted(
                        new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getString(3)))
                .list();
    }

    private record Orphan(Claim claim, int attempt) {}

    private record Accepted(Claim claim, String providerId) {}
}
