package app.novelo.channel.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SplitLoop {

    /** At a line's full rate, 320 webhooks a second, a portion takes six of them. */
    private static final Loop.Pace PACE = new Loop.Pace(Duration.ofSeconds(1), Duration.ofMillis(20));

    @Bean
    Loop splitDeliveries(Deliveries deliveries, Wakeups wakeups) {
        var loop = new Loop("split", PACE, new Semaphore(0), deliveries::splitSome);
        wakeups.listen(JdbcRawInbox.UNSPLIT, loop::wake);
        return loop;
    }
}
