package app.novelo.casework.internal;

import app.novelo.conversation.Undriven;
import app.novelo.platform.Loop;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The safety poll: whatever was stored and not driven, because a node died or a burst was waited for. */
@Configuration(proxyBeanMethods = false)
class DriveLoop {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int BATCH = 20;

    @Bean
    Loop driveUndriven(Undriven undriven, Driver driver) {
        return new Loop("drive", POLL, () -> {
            var due = undriven.due(BATCH);
            due.forEach(driver::drive);
            return due.size() == BATCH;
        });
    }
}
