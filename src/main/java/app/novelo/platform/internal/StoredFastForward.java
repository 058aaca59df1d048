package app.novelo.platform.internal;

import app.novelo.platform.BusinessClock;
import app.novelo.platform.ClockMoved;
import app.novelo.platform.FastForward;
import app.novelo.platform.PausedByFastForward;
import app.novelo.platform.SandboxMode;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the offset of the business clock in {@code platform.clock}, so that a restart of the sandbox stays in its time. */
@Component
class StoredFastForward implements FastForward, InitializingBean {

    private static final Duration MOST = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final SandboxMode sandbox;
    private final ObjectProvider<PausedByFastForward> paused;
    private final ApplicationEventPublisher listeners;

    StoredFastForward(
            JdbcClient jdbc,
            BusinessClock clock,
            SandboxMode sandbox,
            ObjectProvider<PausedByFastForward> paused,
            ApplicationEventPublisher listeners) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sandbox = sandbox;
        this.paused = paused;
        this.listeners = listeners;
    }

    @Override
    public void afterPropertiesSet() {
        clock.moveTo(stored());
    }

    @Override
    public synchronized void advance(Duration by) {
        if (!sandbox.on()) {
            throw new IllegalStateException("only a sandbox has a clock that can be moved");
        }
        if (by.isNegative() || by.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("the clock moves forwards, by at most " + MOST.toDays() + " days");
        }
        var standing = paused.orderedStream().toList();
        standing.forEach(PausedByFastForward::pause);
        try {
            move(clock.offset().plus(by));
        } finally {
            standing.forEach(PausedByFastForward::resume);
        }
    }

    private void move(Duration offset) {
        jdbc.sql("update platform.clock set offset_seconds = ?")
                .param(offset.toSeconds())
                .update();
        clock.moveTo(stored());
        listeners.publishEvent(new ClockMoved(clock.offset()));
    }

    private Duration stored() {
        return Duration.ofSeconds(jdbc.sql("select offset_seconds from platform.clock")
                .query(Long.class)
                .single());
    }

    @Override
    public Duration offset() {
        return clock.offset();
    }
}
