package app.novelo.lead.internal;

import app.novelo.casework.NextSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a lead rests without a next step. */
@Component
class LeadRest {

    static final String BY_HAND = "byHand";

    /** A timer in the past would look again and again. */
    private static final Duration SOONEST = Duration.ofHours(1);

    private final LeadService leads;
    private final NextSteps steps;
    private final Clock clock;

    LeadRest(LeadService leads, NextSteps steps, Clock clock) {
        this.leads = leads;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param againAt when it is worth looking again */
    record Look(boolean rests, Instant againAt) {}

    /** @param limit how long it may rest */
    Look look(String number, Duration limit) {
        var now = clock.instant();
        var restsFrom = leads.required(number).movedAt().plus(limit);
        var planned = steps.of(List.of(number)).getOrDefault(number, List.of()).stream()
                .map(NextSteps.Step::at)
                .filter(now::isBefore)
                .reduce((earlier, later) -> later);
        var again = planned.filter(restsFrom::isBefore).orElse(restsFrom);
        var soonest = now.plus(SOONEST);
        return new Look(planned.isEmpty() && !restsFrom.isAfter(now), again.isBefore(soonest) ? soonest : again);
    }

    /**
     * @param at as somebody has set it; null: the limit of its stage
     * @return when it is
     */
    Instant planned(String number, @Nullable Instant at) {
        if (at == null) {
            return leads.taskIsNext(number, Optional.empty());
        }
        steps.plan(number, new NextSteps.Step(BY_HAND, BY_HAND, at));
        return at;
    }
}
