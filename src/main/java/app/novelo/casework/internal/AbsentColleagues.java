package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseActs.Act;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Absences;
import app.novelo.desk.Absences.Begun;
import app.novelo.desk.Staffing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody's absence begins, what is due before he is back goes to his substitute, else back to its queue. */
@Component
class AbsentColleagues {

    private final Absences absences;
    private final Staffing staffing;
    private final Conversations conversations;
    private final Sweep sweep;
    private final JdbcClient jdbc;

    AbsentColleagues(Absences absences, Staffing staffing, Conversations conversations, Sweep sweep, JdbcClient jdbc) {
        this.absences = absences;
        this.staffing = staffing;
        this.conversations = conversations;
        this.sweep = sweep;
        this.jdbc = jdbc;
    }

    void sweep() {
        for (var absence : absences.begun()) {
            boolean done = true;
            for (var held : of(absence)) {
                done &= sweep.inTurn(held.task, () -> handOver(held, absence));
            }
            if (done) {
                absences.handedOver(absence.id());
            }
        }
    }

    private void handOver(Held held, Begun absence) {
        if (stillHas(absence.agent(), held.task) && isDue(held)) {
            var substitute = absence.substitute();
            boolean takes = substitute != null && staffing.isAgent(substitute);
            sweep.assign(
                    held.task, held.caseNumber, takes ? substitute : null, Act.rule(takes ? "substitute" : "absence"));
        }
    }

    private boolean isDue(Held held) {
        return held.due
                || held.conversation != null
                        && conversations
                                .find(held.conversation)
                                .filter(Conversation::awaitsAnswer)
                                .isPresent();
    }

    private boolean stillHas(String agent, String task) {
        return jdbc.sql("select exists (select 1 from casework.work_item where task_id = ? and assignee = ?)")
                .param(task)
                .param(agent)
                .query(Boolean.class)
                .single();
    }

    private List<Held> of(Begun absence) {
        return jdbc.sql(
                        """
                        select task_id, case_number, conversation, coalesce(due_at < ?, false) as due
                        from casework.work_item where assignee = ? order by created_at""")
                .param(time(absence.until()))
                .param(absence.agent())
                .query((row, n) -> new Held(
                        row.getString("task_id"),
                        row.getString("case_number"),
                        row.getObject("conversation", UUID.class),
                        row.getBoolean("due")))
                .list();
    }

    private record Held(String task, @Nullable String caseNumber, @Nullable UUID conversation, boolean due) {}
}
