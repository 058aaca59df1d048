package app.novelo.engine.internal;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine's tables lack: indexes without which a poll for jobs reads every waiting timer, and whoever completes a task
 * every open one, looking for its subtasks; and tight autovacuum, because stale statistics make a nudge 20 to 40 times dearer. What is swept is not given back to the disk: for that,
 * autovacuum waits up to five seconds in a transaction, and live screens wait with it, for which no event is past before all
 * transactions before it are. Repeatable; the engine creates its tables before.
 */
@Component
class EngineTables implements InitializingBean {

    private static final List<String> BUSY = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_ru_job",
            "act_ru_event_subscr",
            "act_ru_ext_task",
            "act_ru_identitylink",
            "act_ru_authorization");

    private final JdbcClient jdbc;

    EngineTables(ProcessEngine engineThatCreatedThem, JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("create index if not exists novelo_job_due_idx on act_ru_job (duedate_) where retries_ > 0")
                .update();
        jdbc.sql(
                        "create index if not exists novelo_task_parent_idx on act_ru_task (parent_task_id_) where parent_task_id_ is not null")
                .update();
        BUSY.forEach(this::vacuumTightly);
    }

    private void vacuumTightly(String table) {
        jdbc.sql(
                        "alter table %s set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500, vacuum_truncate = false)"
                                .formatted(table))
                .update();
    }
}
