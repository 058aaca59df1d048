package app.novelo.lead.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.NextSteps;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.ServiceLevels;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads as {@code docs/http-api.md} shows them: one question per module for a whole page. */
@Component
class LeadViews {

    private final LeadRepository leads;
    private final LeadCriteria criteria;
    private final ServiceLevels serviceLevels;
    private final NextSteps steps;
    private final Customers customers;
    private final Clock clock;

    LeadViews(
            LeadRepository leads,
            LeadCriteria criteria,
            ServiceLevels serviceLevels,
            NextSteps steps,
            Customers customers,
            Clock clock) {
        this.leads = leads;
        this.criteria = criteria;
        this.serviceLevels = serviceLevels;
        this.steps = steps;
        this.customers = customers;
        this.clock = clock;
    }

    List<LeadView> of(List<CaseFile> files) {
        var numbers = files.stream().map(CaseFile::number).toList();
        var own = leads.findAllById(numbers).stream().collect(Collectors.toMap(Lead::getId, lead -> lead));
        var known = criteria.of(numbers);
        var clocks = serviceLevels.of(numbers).stream().collect(Collectors.groupingBy(ClockView::caseNumber));
        var planned = steps.of(numbers);
        var names = customers.find(files.stream().map(CaseFile::customer).collect(Collectors.toSet()));
        return files.stream()
                .flatMap(file -> Stream.ofNullable(own.get(file.number()))
                        .map(lead -> view(
                                file,
                                names.get(file.customer()),
                                lead,
                                known.getOrDefault(file.number(), Map.of()),
                                clocks.getOrDefault(file.number(), List.of()),
                                planned.getOrDefault(file.number(), List.of()))))
                .toList();
    }

    private LeadView view(
            CaseFile file,
            @Nullable Customer customer,
            Lead lead,
            Map<Criterion, LeadCriteria.Known> known,
            List<ClockView> clocks,
            List<NextSteps.Step> planned) {
        return new LeadView(
                file.number(),
                file.customer(),
                customer == null ? null : customer.name(),
                file.conversation(),
                file.state(),
                lead.stage().id(),
                lead.stageSince(),
                file.priority(),
                file.queue(),
                file.owner(),
                file.intent(),
                lead.source(),
                lead.sourceDetail(),
                lead.value(),
                lead.currency(),
                lead.probability(),
                lead.score(),
                lead.grade(),
                lead.engagement(),
                lead.text(),
                criteria(known),
                lead.milestones(),
                next(planned).orElse(null),
                byHand(planned),
                lead.putOffUntil(),
                lead.lostReason(),
                lead.lostTo(),
                file.dueAt(),
                clocks.stream().map(LeadViews::clock).toList(),
                file.processInstanceId(),
                file.openedAt(),
                file.closedAt());
    }

    private Optional<NextSteps.Step> next(List<NextSteps.Step> planned) {
        var now = clock.instant();
        return planned.stream().filter(step -> step.at().isAfter(now)).findFirst();
    }

    private static @Nullable Instant byHand(List<NextSteps.Step> planned) {
        return planned.stream()
                .filter(step -> step.reference().equals(LeadRest.BY_HAND))
                .map(NextSteps.Step::at)
                .findFirst()
                .orElse(null);
    }

    private static List<CriterionView> criteria(Map<Criterion, LeadCriteria.Known> known) {
        return known.entrySet().stream()
                .map(entry -> new CriterionView(
                        entry.getKey().id(),
                        entry.getKey().read(entry.getValue().value()),
                        entry.getValue().source(),
                        entry.getValue().reference(),
                        entry.getValue().at()))
                .toList();
    }

    private static LeadClock clock(ClockView clock) {
        return new LeadClock(clock.metric(), clock.state().name(), clock.startedAt(), clock.dueAt(), clock.endedAt());
    }

    /**
     * @param nextPlanned what comes next, whoever has planned it
     * @param nextStepAt when somebody has said that the next step is due
     */
    record LeadView(
            String number,
            UUID customer,
            @Nullable String customerName,
            @Nullable UUID conversation,
            String state,
            String stage,
            Instant stageSince,
            String priority,
            String queue,
            @Nullable String owner,
            @Nullable String intent,
            String source,
            @Nullable String sourceDetail,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Integer probability,
            @Nullable Integer score,
            @Nullable String grade,
            int engagement,
            @JsonUnwrapped LeadText text,
            List<CriterionView> criteria,
            @JsonUnwrapped Lead.Milestones milestones,
            NextSteps.@Nullable Step nextPlanned,
            @Nullable Instant nextStepAt,
            @Nullable Instant putOffUntil,
            @Nullable String lostReason,
            @Nullable String lostTo,
            @Nullable Instant dueAt,
            List<LeadClock> clocks,
            String processInstanceId,
            Instant createdAt,
            @Nullable Instant endedAt) {}

    /** What is known of it, and who said so. */
    record CriterionView(
            String criterion, @Nullable Object value, String source, @Nullable String reference, Instant at) {}

    /** One of its clocks. */
    record LeadClock(String metric, String state, Instant startedAt, Instant dueAt, @Nullable Instant endedAt) {}
}
