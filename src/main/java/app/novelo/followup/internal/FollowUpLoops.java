package app.novelo.followup.internal;

import app.novelo.platform.Loop;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What looks after follow-ups by itself. */
@Configuration(proxyBeanMethods = false)
class FollowUpLoops {

    /** A shift ends on the minute. */
    private static final Duration POLL = Duration.ofMinutes(1);

    @Bean
    Loop findMissedOwners(MissedOwners missed) {
        return new Loop("follow-ups-missed", POLL, missed::look);
    }
}
