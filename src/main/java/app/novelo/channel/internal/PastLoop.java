package app.novelo.channel.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings what was before to whoever keeps it: one piece at a time on a node, so that what happens now goes first. */
@Configuration(proxyBeanMethods = false)
class PastLoop {

    static final String PAST = "past";
    private static final Duration POLL = Duration.ofSeconds(2);

    @Bean
    Loop pastWorker(PastPieces pieces, Wakeups wakeups) {
        var loop = new Loop("past", POLL, pieces::storeOne);
        wakeups.listen(PAST, loop::wake);
        return loop;
    }
}
