package app.novelo.engine.internal;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads every live process, and older versions that still have running cases, before the first message uses it. The engine hands a process out an instant before it knows the
 * jobs of its timers: threads that met at its first use after a start failed with "processDefinitionId is null".
 */
@Component
class ModelsReadAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModelsReadAtStart.class);

    /** After {@link ShippedModelDeployer}, before doors and loops. */
    private static final int PHASE = 1;

    /** Versions with running cases beyond the live ones, the newest first: more than that are read when they are used. */
    private static final int MOST_OLD = 100;

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private volatile boolean done;

    ModelsReadAtStart(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        var live = repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .map(ProcessDefinition::getId);
        Stream.concat(live, withRunningCases().stream()).distinct().forEach(this::read);
        done = true;
    }

    /** Asks for each definition whether it has any: the engine's own index answers, however many cases there are. */
    private List<String> withRunningCases() {
        return jdbc.sql(
                        """
                        select d.id_ from act_re_procdef d
                        cross join lateral (select 1 from act_ru_execution e where e.proc_def_id_ = d.id_ limit 1) running
                        order by d.version_ desc limit ?""")
                .param(MOST_OLD)
                .query(String.class)
                .list();
    }

    /** One that can no longer be read must not keep the others, or the application, from starting. */
    private void read(String id) {
        try {
            ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(id);
        } catch (ProcessEngineException e) {
            LOG.warn("process {} cannot be read", id, e);
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
