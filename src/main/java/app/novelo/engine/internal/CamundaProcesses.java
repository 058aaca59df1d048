package app.novelo.engine.internal;

import app.novelo.engine.ProcessUnavailable;
import app.novelo.engine.Processes;
import app.novelo.engine.Var;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CamundaProcesses implements Processes {

    private final RuntimeService runtime;
    private final OwnRights rights;
    private final JdbcClient jdbc;

    CamundaProcesses(RuntimeService runtime, OwnRights rights, JdbcClient jdbc) {
        this.runtime = runtime;
        this.rights = rights;
        this.jdbc = jdbc;
    }

    @Override
    public String startByMessage(String message, String businessKey, Var.Value... variables) {
        try {
            return rights.with(() -> runtime.startProcessInstanceByMessage(message, businessKey, map(variables)))
                    .getId();
        } catch (MismatchingMessageCorrelationException e) {
            throw new ProcessUnavailable(message, e);
        }
    }

    @Override
    public String startByKey(String processKey, String businessKey, Var.Value... variables) {
        try {
            return rights.with(() -> runtime.startProcessInstanceByKey(processKey, businessKey, map(variables)))
                    .getId();
        } catch (NullValueException e) {
            if (isDeployed(processKey)) {
                throw e; // something within it is missing, a process that it calls, say
            }
            throw new ProcessUnavailable(processKey, e);
        }
    }

    /** By statement: the engine's query would answer what the current user may see. */
    private boolean isDeployed(String processKey) {
        return jdbc.sql("select exists (select 1 from act_re_procdef where key_ = ?)")
                .param(processKey)
                .query(Boolean.class)
                .single();
    }

    /** Who waits is found by statement: the engine would also look, each time, whether the message starts a process. */
    @Override
    public boolean nudge(String processInstanceId, String message, Var.Value... variables) {
        var waiting = jdbc.sql(
                        """
                        select s.execution_id_ from act_ru_execution e
                        join act_ru_event_subscr s on s.execution_id_ = e.id_
                        where e.proc_inst_id_ = ? and e.suspension_state_ = 1
                          and s.event_type_ = 'message' and s.event_name_ = ?""")
                .param(processInstanceId)
                .param(message)
                .query(String.class)
                .list();
        waiting.forEach(execution -> tell(execution, message, map(variables)));
        return !waiting.isEmpty();
    }

    /** An execution that went on between the look and the word is a collision: whoever asked begins again. */
    private void tell(String execution, String message, Map<String, Object> variables) {
        try {
            rights.with(() -> {
                runtime.messageEventReceived(message, execution, variables);
                return true;
            });
        } catch (ProcessEngineException e) {
            if (String.valueOf(e.getMessage()).contains("does not have a subscription")) {
                throw new ConcurrencyFailureException("the process has just gone on", e);
            }
            throw e;
        }
    }

    /** By statement: the engine's queries know only one level, and would answer what the current user may see. */
    @Override
    public boolean nudgeCalled(String processInstanceId, String message) {
        var waiting = jdbc.sql(
                        """
                        with recursive called (id) as (
                          select sub.proc_inst_id_ from act_ru_execution super
                          join act_ru_execution sub on sub.super_exec_ = super.id_ where super.proc_inst_id_ = :instance
                          union
                          select sub.proc_inst_id_ from called join act_ru_execution super on super.proc_inst_id_ = called.id
                          join act_ru_execution sub on sub.super_exec_ = super.id_)
                        select distinct called.id from called join act_ru_execution e on e.proc_inst_id_ = called.id
                        join act_ru_event_subscr s on s.execution_id_ = e.id_
                        where s.event_type_ = 'message' and s.event_name_ = :message""")
                .param("instance", processInstanceId)
                .param("message", message)
                .query(String.class)
                .list();
        waiting.forEach(instance -> nudge(instance, message));
        return !waiting.isEmpty();
    }

    /** By statement, see {@link #nudgeCalled}. All instances of a family name one root; not all of their executions do. */
    @Override
    public Set<String> awaited(String processInstanceId) {
        return Set.copyOf(jdbc.sql(
                        """
                        select distinct s.event_name_ from act_ru_execution e
                        join act_ru_event_subscr s on s.execution_id_ = e.id_ and s.event_type_ = 'message'
                        where e.proc_inst_id_ in (select p.proc_inst_id_ from act_ru_execution p
                          where p.root_proc_inst_id_ = (select root_proc_inst_id_ from act_ru_execution where id_ = ?))""")
                .param(processInstanceId)
                .query(String.class)
                .list());
    }

    /** By statement: the engine's query would answer what the current user may see. */
    @Override
    public boolean isRunning(@Nullable String processInstanceId) {
        return processInstanceId != null
                && jdbc.sql("select exists (select 1 from act_ru_execution where id_ = ?)")
                        .param(processInstanceId)
                        .query(Boolean.class)
                        .single();
    }

    /** By statement: the engine's query would answer what the current user may see. */
    @Override
    public void moveTimer(String processInstanceId, Instant dueAt) {
        jdbc.sql("select id_ from act_ru_job where process_instance_id_ = ? and type_ = 'timer'")
                .param(processInstanceId)
                .query(String.class)
                .optional()
                .ifPresent(timer -> moveUnlessItFires(timer, dueAt));
    }

    @Override
    public void moveTimer(String processInstanceId, String element, Instant dueAt) {
        jdbc.sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where j.process_instance_id_ = ? and j.type_ = 'timer' and d.act_id_ = ?""")
                .param(processInstanceId)
                .param(element)
                .query(String.class)
                .optional()
                .ifPresent(timer -> moveUnlessItFires(timer, dueAt));
    }

    /**
     * A timer that fires between the look and the move is a collision: whoever asked begins again. No public command: that
     * one reads the definition and the instance for a permission that nobody needs here, twice the cost.
     */
    private void moveUnlessItFires(String timer, Instant dueAt) {
        rights.in(context -> {
            var job = context.getJobManager().findJobById(timer);
            if (job == null) {
                throw new ConcurrencyFailureException("the timer has just fired");
            }
            job.setDuedate(Date.from(dueAt));
            return true;
        });
    }

    @Override
    public void set(String processInstanceId, Var.Value... variables) {
        rights.with(() -> {
            runtime.setVariables(processInstanceId, map(variables));
            return true;
        });
    }

    @Override
    public void cancel(String processInstanceId, String reason) {
        runtime.deleteProcessInstanceIfExists(processInstanceId, reason, false, true, false, false);
    }

    static Map<String, Object> map(Var.Value... values) {
        var map = new HashMap<String, Object>();
        for (var value : values) {
            map.put(value.name(), value.value());
        }
        return map;
    }
}
