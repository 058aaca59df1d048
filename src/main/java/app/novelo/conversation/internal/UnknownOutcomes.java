package app.novelo.conversation.internal;

import app.novelo.conversation.internal.Claims.Claim;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks after messages whose sender never came back: without an answer for too long they are unknown, and those that a
 * status has settled meanwhile are carried through.
 */
@Component
class UnknownOutcomes {

    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final Settlement settlement;
    private final SendSettings settings;

    UnknownOutcomes(JdbcClient jdbc, Settlement settlement, SendSettings settings) {
        this.jdbc = jdbc;
        this.settlement = settlement;
        this.settings = settings;
    }

    boolean declareSome() {
        overdue().forEach(settlement::lost);
        acceptedByStatus().forEach(found -> settlement.accepted(found.claim, found.providerId));
        return false;
    }

    private List<Claim> overdue() {
        return jdbc.sql(
                        "select message, conversation from conversation.outgoing where state = 'SENDING' and sending_since < now() - make_interval(secs => ?) limit ?")
                .param((double) settings.unknownAfter().toSeconds())
                .param(BATCH)
                .query((row, n) -> new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private List<Accepted> acceptedByStatus() {
        return jdbc.sql(
                        """
                        select o.message, o.conversation, m.provider_id from conversation.outgoing o
                        join conversation.message m on m.id = o.message and m.at = o.at
                        where o.state = 'ACCEPTED' limit ?""")
                .param(BATCH)
                .query((row, n) -> new Accepted(
                        new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getString(3)))
                .list();
    }

    private record Accepted(Claim claim, String providerId) {}
}
