package app.novelo.casework.internal;

import app.novelo.desk.Assignment;
import app.novelo.desk.Assignment.Need;
import app.novelo.desk.Assignment.Pick;
import app.novelo.desk.Strategy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who is to get what. One node at a time, and only as long as it takes to write the offers down: an offer counts as
 * load at once, so nobody is given more than he has room for, and is carried out afterwards, each in its case's turn.
 */
@Component
class Offers {

    private static final int PAGE = 200;

    /** As many are looked through in one go; whoever stands behind them waits for the next. */
    private static final int MOST_PAGES = 25;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Assignment assignment;

    Offers(JdbcClient jdbc, JdbcTemplate batches, Assignment assignment) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.assignment = assignment;
    }

    /** @return what is to be carried out now */
    @Transactional
    List<Pick> make() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('casework.offers', 0))")
                .query(Integer.class)
                .single();
        forgetTheLapsed();
        var picks = choose();
        batches.batchUpdate(
                "update casework.work_item set offered_to = ?, offered_at = clock_timestamp() where task_id = ? and assignee is null",
                picks.stream()
                        .map(pick -> new Object[] {pick.agent(), pick.task()})
                        .toList());
        return picks;
    }

    /** Whoever was to carry it out has died, or could not: after a minute it is anybody's again. */
    private void forgetTheLapsed() {
        jdbc.sql(
                        """
                        update casework.work_item set offered_to = null, offered_at = null
                        where offered_to is not null and offered_at < clock_timestamp() - interval '1 minute'""")
                .update();
    }

    /** The most urgent first, until nobody has room: those in front may need what only somebody has who is full. */
    private List<Pick> choose() {
        var picks = new ArrayList<Pick>();
        var open = assignment.openQueues();
        if (open.isEmpty()) {
            return picks;
        }
        var round = assignment.begin();
        for (int page = 0; page < MOST_PAGES && round.anybodyHasRoom(); page++) {
            var needs = waiting(open, page);
            needs.forEach(need -> round.pick(need).ifPresent(picks::add));
            if (needs.size() < PAGE) {
                break;
            }
        }
        round.end();
        return picks;
    }

    private List<Need> waiting(Set<String> queues, int page) {
        return jdbc.sql(
                        """
                        select task_id, queue, skill, language, strategy, preferred, not_to from casework.work_item
                        where queue in (:queues) and assignee is null and strategy <> 'byHand' and offered_to is null
                        order by due_at, created_at, task_id limit :limit offset :offset""")
                .param("queues", queues)
                .param("limit", PAGE)
                .param("offset", page * PAGE)
                .query((row, n) -> need(row))
                .list();
    }

    private static Need need(ResultSet row) throws SQLException {
        return new Need(
                row.getString("task_id"),
                row.getString("queue"),
                row.getString("skill"),
                row.getString("language"),
                Strategy.of(row.getString("strategy")).orElse(Strategy.BY_HAND),
                row.getString("preferred"),
                row.getString("not_to"));
    }
}
