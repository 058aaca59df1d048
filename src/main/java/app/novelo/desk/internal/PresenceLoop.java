package app.novelo.desk.internal;

import app.novelo.platform.Loop;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices who has gone without saying so. */
@Configuration(proxyBeanMethods = false)
class PresenceLoop {

    /** A fraction of the two minutes after which somebody counts as away. */
    private static final Duration POLL = Duration.ofSeconds(10);

    @Bean
    Loop silentAgents(Presence presence) {
        return new Loop("presence", POLL, () -> {
            presence.loseTheSilent();
            return false;
        });
    }
}
