package app.novelo.followup.internal;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.Outreach;
import app.novelo.conversation.Silence;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Customers;
import app.novelo.customer.Customers.Standing;
import app.novelo.customer.Purpose;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table {@code reengagement} what an event is worth. */
@Component
class ReengagementTable {

    private final Decisions decisions;
    private final DecisionFacts facts;
    private final Outreach outreach;
    private final Customers customers;
    private final Consents consents;
    private final Clock clock;

    ReengagementTable(
            Decisions decisions,
            DecisionFacts facts,
            Outreach outreach,
            Customers customers,
            Consents consents,
            Clock clock) {
        this.decisions = decisions;
        this.facts = facts;
        this.outreach = outreach;
        this.customers = customers;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * @throws app.novelo.engine.DecisionFailed if the table is missing or broken
     * @throws IllegalStateException if no rule fits: that nothing is done is a rule as well
     */
    Verdict ask(ReengagementEvent event) {
        var offered = offered(event);
        var decided = decisions.decide(ReengagementProcess.TABLE, offered);
        if (decided.outputs().isEmpty()) {
            throw new IllegalStateException("no rule of the table reengagement fits the event " + event.name());
        }
        var said = decided.outputs().get(0);
        return new Verdict(
                text(said, "action", ReengagementProcess.NONE),
                text(said, "template", ""),
                text(said, "values", ""),
                text(said, "purpose", ReengagementProcess.MARKETING),
                said.get("delayDays") instanceof Number days ? days.intValue() : 0,
                (Integer) offered.get("daysSilent"),
                why(decided.version(), decided.rules()));
    }

    private Map<String, @Nullable Object> offered(ReengagementEvent event) {
        var customer = event.customer();
        var offered = new HashMap<>(facts.of("", about(event)));
        offered.put("event", event.name());
        offered.put(
                "segment", customers.standing(customer).map(Standing::segment).orElse(null));
        offered.put("daysSilent", daysSilent(customer));
        offered.put("consentMarketing", agreesToAdvertising(customer));
        return offered;
    }

    /** The case that it is about, else the conversation in which he was last. */
    private @Nullable String about(ReengagementEvent event) {
        return event.caseNumber() != null
                ? event.caseNumber()
                : outreach.latest(event.customer())
                        .map(Conversation::id)
                        .map(UUID::toString)
                        .orElse(null);
    }

    private @Nullable Integer daysSilent(UUID customer) {
        return outreach.lastHeard(customer)
                .map(Silence::since)
                .map(since -> (int) Duration.between(since, clock.instant()).toDays())
                .orElse(null);
    }

    private boolean agreesToAdvertising(UUID customer) {
        return consents.of(customer, Purpose.MARKETING)
                .filter(consent -> consent.state() == Consent.State.GRANTED)
                .isPresent();
    }

    private @Nullable String why(int version, List<String> rules) {
        return rules.isEmpty()
                ? null
                : decisions
                        .annotation(ReengagementProcess.TABLE, version, rules.get(0))
                        .orElse(null);
    }

    private static String text(Map<String, @Nullable Object> said, String name, String otherwise) {
        var value = said.get(name);
        return value == null || value.toString().isBlank()
                ? otherwise
                : value.toString().strip();
    }

    /**
     * @param action key of a process, or {@code none} or {@code settle}
     * @param values what is filled into the template, as sending tasks have it
     * @param purpose {@code service}, or whatever is taken for {@code marketing}
     * @param delayDays before the customer is written to; negative ones are before something is due
     * @param daysSilent since he wrote last; null if he never did
     */
    record Verdict(
            String action,
            String template,
            String values,
            String purpose,
            int delayDays,
            @Nullable Integer daysSilent,
            @Nullable String why) {}
}
