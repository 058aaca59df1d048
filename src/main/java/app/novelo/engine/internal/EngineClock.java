package app.novelo.engine.internal;

import app.novelo.platform.ClockMoved;
import app.novelo.platform.FastForward;
import app.novelo.platform.PausedByFastForward;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the engine's static clock on business time, and the job executor still while it moves. */
@Component
class EngineClock implements PausedByFastForward, InitializingBean {

    private final FastForward fastForward;
    private final ObjectProvider<JobExecutor> executor;
    private volatile boolean wasActive;

    EngineClock(FastForward fastForward, ObjectProvider<JobExecutor> executor) {
        this.fastForward = fastForward;
        this.executor = executor;
    }

    @Override
    public void afterPropertiesSet() {
        ClockUtil.offset(fastForward.offset().toMillis());
    }

    @EventListener
    void on(ClockMoved moved) {
        ClockUtil.offset(moved.offset().toMillis());
    }

    @Override
    public void pause() {
        var jobs = executor.getIfAvailable();
        wasActive = jobs != null && jobs.isActive();
        if (jobs != null && wasActive) {
            jobs.shutdown();
        }
    }

    @Override
    public void resume() {
        var jobs = executor.getIfAvailable();
        if (jobs != null && wasActive) {
            jobs.start();
        }
    }
}
