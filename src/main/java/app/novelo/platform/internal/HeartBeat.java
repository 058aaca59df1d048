package app.novelo.platform.internal;

import app.novelo.platform.Loop;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On a thread of its own: work that takes long must not look like a death. Two beats may be lost before it does. */
@Configuration(proxyBeanMethods = false)
class HeartBeat {

    private static final Duration BEAT = Duration.ofSeconds(5);

    @Bean
    Loop heart(StoredNodes nodes) {
        return new Loop("heart", BEAT, nodes::beat);
    }
}
