package app.novelo.engine.internal;

import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Loop;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Outcomes of external tasks whose process is suspended, as a person may do in Cockpit: the engine refuses to hear them, so
 * they are kept and told once the process is activated again. The last outcome of a task counts.
 */
@Configuration(proxyBeanMethods = false)
class HeldOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(HeldOutcomes.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final RuntimeService processes;
    private final ExternalTaskService tasks;
    private final Turns turns;

    HeldOutcomes(JdbcClient jdbc, RuntimeService processes, ExternalTaskService tasks, Turns turns) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.tasks = tasks;
        this.turns = turns;
    }

    @Bean
    Loop heldOutcomeLoop() {
        return new Loop("held-outcomes", POLL, this::tellSome);
    }

    /** In the caller's transaction. */
    void hold(ExternalTask task, TaskOutcome outcome) {
        var conversation = processes.getVariable(task.getExecutionId(), RemoteTaskLoop.CONVERSATION);
        jdbc.sql(
                        """
                        insert into engine.held_outcome (task, conversation, kind, code, reason) values (?, ?, ?, ?, ?)
                        on conflict (task) do update set kind = excluded.kind, code = excluded.code, reason = excluded.reason""")
                .param(task.getId())
                .param(conversation == null ? null : conversation.toString())
                .param(outcome.kind().name())
                .param(outcome.code())
                .param(outcome.reason())
                .update();
    }

    private boolean tellSome() {
        due().forEach(this::tell);
        return false;
    }

    private void tell(Held held) {
        try {
            turns.inTurn(held.turn(), () -> tellInTurn(held));
        } catch (RuntimeException e) {
            LOG.warn("what task {} came to could not be told to its process; it is tried again", held.task, e);
        }
    }

    private void tellInTurn(Held held) {
        var task = tasks.createExternalTaskQuery().externalTaskId(held.task).singleResult();
        if (task != null && task.isSuspended()) {
            return;
        }
        int ours = jdbc.sql("delete from engine.held_outcome where task = ?")
                .param(held.task)
                .update();
        if (task != null && ours == 1) {
            held.outcome.tell(tasks, task);
        }
    }

    /** Of processes that are active again, or gone; by chance, so that none which fails stands before the others. */
    private List<Held> due() {
        return jdbc.sql(
                        """
                        select h.task, h.conversation, h.kind, h.code, h.reason from engine.held_outcome h
                        left join act_ru_ext_task t on t.id_ = h.task
                        where t.id_ is null or t.suspension_state_ = 1
                        order by random() limit ?""")
                .param(BATCH)
                .query((row, n) -> new Held(
                        row.getString("task"),
                        row.getString("conversation"),
                        new TaskOutcome(
                                TaskOutcome.Kind.valueOf(row.getString("kind")),
                                row.getString("code"),
                                row.getString("reason"))))
                .list();
    }

    private record Held(String task, @Nullable String conversation, TaskOutcome outcome) {

        Turn turn() {
            return conversation == null ? Turn.ofCase("task:" + task) : Turn.ofConversation(conversation);
        }
    }
}
