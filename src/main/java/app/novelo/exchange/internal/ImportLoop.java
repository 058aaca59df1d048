package app.novelo.exchange.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One import at a time on a node: nobody waits for it, and customers' messages go first. */
@Configuration(proxyBeanMethods = false)
class ImportLoop {

    static final String IMPORTS = "imports";
    private static final Duration POLL = Duration.ofSeconds(2);

    @Bean
    Loop importWorker(ImportWork work, Wakeups wakeups) {
        var loop = new Loop("imports", POLL, work::workOne);
        wakeups.listen(IMPORTS, loop::wake);
        return loop;
    }
}
