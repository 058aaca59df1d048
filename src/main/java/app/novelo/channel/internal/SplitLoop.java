package app.novelo.channel.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SplitLoop {

    private static final Duration POLL = Duration.ofSeconds(1);

    @Bean
    Loop splitDeliveries(Deliveries deliveries, Wakeups wakeups) {
        var loop = new Loop("split", POLL, deliveries::splitSome);
        wakeups.listen(JdbcRawInbox.UNSPLIT, loop::wake);
        return loop;
    }
}
