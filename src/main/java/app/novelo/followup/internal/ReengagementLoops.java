package app.novelo.followup.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens is taken in, and what was taken in is decided; each by its own loop, so that a slow table delays no event. */
@Configuration(proxyBeanMethods = false)
class ReengagementLoops {

    /** Nobody waits for it: a few seconds pass unseen. */
    private static final Duration POLL = Duration.ofSeconds(2);

    @Bean
    Loop readReengagementEvents(ReengagementReader reader) {
        return new Loop("reengagement-events", POLL, reader::readSome);
    }

    @Bean
    Loop decideReengagements(ReengagementDesk desk, Wakeups wakeups) {
        var loop = new Loop("reengagement", POLL, desk::decideNext);
        wakeups.listen(ReengagementReader.TOPIC, loop::wake);
        return loop;
    }
}
