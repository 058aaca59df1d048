package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.internal.Unplanned.Routing;
import app.novelo.desk.Queues;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the table routing asked for that there is not. The work is in triage; managers are told until one has seen it. */
@Component
class Misrouted {

    private final JdbcClient jdbc;
    private final Queues queues;
    private final CaseEvents timeline;
    private final Events events;
    private final Clock clock;

    Misrouted(JdbcClient jdbc, Queues queues, CaseEvents timeline, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Of new work only: a skill that is taken away later sends nothing anywhere. */
    void note(Unplanned item) {
        var decision = item.decision();
        if (!item.fresh() || decision == null || item.caseNumber() == null) {
            return;
        }
        if (isUnknownQueue(decision.queue())) {
            note(item.caseNumber(), decision, "queue", String.valueOf(decision.queue()));
        }
        if (isUnknownSkill(decision.skill())) {
            note(item.caseNumber(), decision, "skill", String.valueOf(decision.skill()));
        }
        if (isUnknownQueue(decision.overflowQueue())) {
            note(item.caseNumber(), decision, "overflowQueue", String.valueOf(decision.overflowQueue()));
        }
    }

    private boolean isUnknownQueue(@Nullable String queue) {
        return queue != null && !queue.isEmpty() && queues.find(queue).isEmpty();
    }

    private boolean isUnknownSkill(@Nullable String skill) {
        return skill != null && !skill.isEmpty() && !queues.knowsSkill(skill);
    }

    private void note(String caseNumber, Routing decision, String field, String wanted) {
        int noted = jdbc.sql(
                        """
                        insert into casework.misrouted (at, case_number, decision, version, rules, field, wanted)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .param(time(clock.instant()))
                .param(caseNumber)
                .param(decision.id())
                .param(decision.version())
                .param(decision.rules().toArray(String[]::new))
                .param(field)
                .param(wanted)
                .update();
        if (noted > 0) {
            timeline.add(
                    caseNumber, CaseEvents.What.NOTED, Act.rule("misrouted"), Map.of("field", field, "wanted", wanted));
            events.append("work.misrouted", Map.of("case", caseNumber, "field", field));
        }
    }

    /** @return cases that wait in a queue without the skill that there is not, and belong in triage */
    List<String> withoutSkill() {
        return jdbc.sql(
                        """
                        select m.case_number from casework.misrouted m
                        join casework.case_file f on f.number = m.case_number and f.closed_at is null
                        where m.field = 'skill' and m.moved_at is null limit 50""")
                .query(String.class)
                .list();
    }

    void moved(String caseNumber) {
        jdbc.sql("update casework.misrouted set moved_at = ? where case_number = ? and field = 'skill'")
                .param(time(clock.instant()))
                .param(caseNumber)
                .update();
    }

    /** @return what no manager has seen yet, newest first */
    List<Wrong> unseen() {
        return jdbc.sql("select * from casework.misrouted where seen_by is null order by id desc limit 200")
                .query((row, n) -> wrong(row))
                .list();
    }

    private static Wrong wrong(ResultSet row) throws SQLException {
        return new Wrong(
                Sql.instant(row, "at"),
                row.getString("case_number"),
                row.getInt("version"),
                texts(row.getArray("rules")),
                row.getString("field"),
                row.getString("wanted"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    void seen(String manager) {
        jdbc.sql("update casework.misrouted set seen_by = ? where seen_by is null")
                .param(manager)
                .update();
    }

    /**
     * @param number of the case
     * @param version of the table
     * @param rules ids of those that matched
     * @param field {@code queue}, {@code skill} or {@code overflowQueue}
     * @param wanted what the table named
     */
    record Wrong(Instant at, String number, int version, List<String> rules, String field, String wanted) {}
}
