package app.novelo.lead.internal;

import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One proposal at a time on a node: nobody waits for it. */
@Configuration(proxyBeanMethods = false)
class ProposalLoop {

    static final String TOPIC = "proposal";
    private static final Duration POLL = Duration.ofSeconds(20);

    @Bean
    Loop proposalReader(ProposalReading reading, Wakeups wakeups) {
        var loop = new Loop("proposals", POLL, reading::readOne);
        wakeups.listen(TOPIC, loop::wake);
        return loop;
    }
}
