package app.novelo.lead.internal;

import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long leads may rest, by the table {@code stage-idle}. */
@Component
class IdleLimits {

    /** Where the table says nothing of use. */
    private static final int USUAL_DAYS = 3;

    private static final int MOST_DAYS = 365;

    private final Decisions decisions;
    private final DecisionFacts facts;
    private final Clock clock;

    IdleLimits(Decisions decisions, DecisionFacts facts, Clock clock) {
        this.decisions = decisions;
        this.facts = facts;
        this.clock = clock;
    }

    /** @return when the lead, if nothing happens, has rested too long in its stage */
    Instant of(String number) {
        var said = decisions.evaluate("stage-idle", facts.of("lead", number));
        var days = said.isEmpty() ? null : said.get(0).get("days");
        return clock.instant().plus(Duration.ofDays(days(days instanceof Number some ? some.intValue() : null)));
    }

    static int days(@Nullable Integer said) {
        return said == null || said < 1 ? USUAL_DAYS : Math.min(said, MOST_DAYS);
    }
}
