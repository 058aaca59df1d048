package app.novelo.engine.internal;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads every live process before the first message uses it. The engine hands a process out an instant before it knows the
 * jobs of its timers: threads that met at its first use after a start failed with "processDefinitionId is null".
 */
@Component
class ModelsReadAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModelsReadAtStart.class);

    /** After {@link ShippedModelDeployer}, before doors and loops. */
    private static final int PHASE = 1;

    private final RepositoryService repository;
    private volatile boolean done;

    ModelsReadAtStart(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void start() {
        repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .map(ProcessDefinition::getId)
                .forEach(this::read);
        done = true;
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
