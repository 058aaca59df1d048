package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseActs.Act;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What nobody in its queue has taken in time goes to another one, once; what asks for a skill that there is not, to triage. */
@Component
class Overflow {

    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final CaseRows cases;
    private final Sweep sweep;
    private final Queues queues;
    private final Misrouted misrouted;
    private final Clock clock;

    Overflow(JdbcClient jdbc, CaseRows cases, Sweep sweep, Queues queues, Misrouted misrouted, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.sweep = sweep;
        this.queues = queues;
        this.misrouted = misrouted;
        this.clock = clock;
    }

    void sweep() {
        due().forEach(task -> sweep.inTurn(task, () -> move(task)));
        misrouted.withoutSkill().forEach(this::toTriage);
    }

    private List<String> due() {
        return jdbc.sql("select task_id from casework.work_item where overflow_at <= ? order by overflow_at limit ?")
                .param(time(clock.instant()))
                .param(BATCH)
                .query(String.class)
                .list();
    }

    private void move(String task) {
        jdbc.sql(
                        """
                        update casework.work_item set overflowed = true, overflow_at = null
                        where task_id = ? and overflow_at <= ? and assignee is null
                        returning case_number, overflow_queue""")
                .param(task)
                .param(time(clock.instant()))
                .query((row, n) -> new Full(row.getString("case_number"), row.getString("overflow_queue")))
                .optional()
                .filter(full ->
                        full.caseNumber != null && queues.find(full.queue).isPresent())
                .ifPresent(full -> sweep.moveToQueue(full.caseNumber, full.queue, Act.rule("overflow")));
    }

    private record Full(String caseNumber, String queue) {}

    /** Whoever has taken it meanwhile keeps it. */
    private void toTriage(String number) {
        cases.find(number)
                .ifPresent(file -> sweep.inTurn(file, () -> {
                    if (!isTaken(number)) {
                        sweep.moveToQueue(number, Queue.TRIAGE, Act.rule("misrouted"));
                    }
                    misrouted.moved(number);
                }));
    }

    private boolean isTaken(String number) {
        return jdbc.sql(
                        "select exists (select 1 from casework.work_item where case_number = ? and assignee is not null)")
                .param(number)
                .query(Boolean.class)
                .single();
    }
}
