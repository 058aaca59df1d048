package app.novelo.servicelevel.internal;

import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Events;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the table again for many cases: each in a turn and a transaction of its own, so that nobody waits for all of them. */
@Configuration(proxyBeanMethods = false)
class ReapplyLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ReapplyLoop.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final int BATCH = 50;

    private final WantedReapplications wanted;
    private final ServiceLevels serviceLevels;
    private final BoardKeeper board;
    private final Turns turns;
    private final Events events;
    private final Clock clock;

    ReapplyLoop(
            WantedReapplications wanted,
            ServiceLevels serviceLevels,
            BoardKeeper board,
            Turns turns,
            Events events,
            Clock clock) {
        this.wanted = wanted;
        this.serviceLevels = serviceLevels;
        this.board = board;
        this.turns = turns;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    Loop reapplyWorker(Wakeups wakeups) {
        var loop = new Loop("sla-reapply", POLL, this::some);
        wakeups.listen(WantedReapplications.WANTED, loop::wake);
        return loop;
    }

    private boolean some() {
        var cases = wanted.some(BATCH);
        cases.forEach(this::one);
        return cases.size() == BATCH;
    }

    /** A case that cannot be asked for is told and left as it is: the others must not wait for it. */
    private void one(String caseNumber) {
        try {
            turns.inTurn(Turn.ofCase(caseNumber), () -> {
                board.settling(caseNumber); // the case's conversation has the turn
                wanted.take(caseNumber).ifPresent(cause -> serviceLevels.reapply(caseNumber, cause, clock.instant()));
            });
        } catch (RuntimeException e) {
            LOG.warn("the clocks of {} could not be asked for again", caseNumber, e);
            turns.inTurn(Turn.ofCase(caseNumber), () -> {
                wanted.take(caseNumber);
                events.append("sla.reapply-failed", Map.of("case", caseNumber));
            });
        }
    }
}
