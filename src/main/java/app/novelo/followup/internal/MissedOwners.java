package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is due soon, and whose owner is not there, is another's before it is late. Each moves in its turn. */
@Component
class MissedOwners {

    private static final Logger LOG = LoggerFactory.getLogger(MissedOwners.class);

    /** Enough for somebody else to read what was promised. */
    private static final Duration SOON = Duration.ofHours(2);

    /** As many as are looked at together; whoever is there would otherwise hide for hours whoever is not. */
    private static final int PORTION = 200;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Keepers keepers;
    private final FollowUpRows rows;
    private final Turns turns;
    private final Clock clock;

    MissedOwners(JdbcClient jdbc, Cases cases, Keepers keepers, FollowUpRows rows, Turns turns, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.keepers = keepers;
        this.rows = rows;
        this.turns = turns;
        this.clock = clock;
    }

    /** @return false: whoever could not be found now is looked for a minute later */
    boolean look() {
        var soon = soon();
        for (int from = 0; from < soon.size(); from += PORTION) {
            var portion = soon.subList(from, Math.min(from + PORTION, soon.size()));
            cases.find(portion).values().stream().filter(keepers::isMissed).forEach(this::handOn);
        }
        return false;
    }

    private List<String> soon() {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select number from followup.follow_up
                        where state in ('OPEN', 'DUE') and mode = 'BY_HAND' and owner is not null and due_at between ? and ?
                        order by due_at""")
                .param(time(now.minus(SOON)))
                .param(time(now.plus(SOON)))
                .query(String.class)
                .list();
    }

    private void handOn(CaseFile file) {
        try {
            turns.inTurn(file.turn(), () -> keepers.find(rows.required(file.number())));
        } catch (RuntimeException e) {
            LOG.warn("{} could not be handed on", file.number(), e);
        }
    }
}
