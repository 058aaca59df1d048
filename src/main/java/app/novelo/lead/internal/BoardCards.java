package app.novelo.lead.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.casework.NextSteps;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards of the board: leads with what other modules know of them, one question per module for all. */
@Component
class BoardCards {

    private final Customers customers;
    private final NextSteps steps;
    private final Cases cases;
    private final UserDirectory users;

    BoardCards(Customers customers, NextSteps steps, Cases cases, UserDirectory users) {
        this.customers = customers;
        this.steps = steps;
        this.cases = cases;
        this.users = users;
    }

    /**
     * @param days that it is in the stage, whole ones
     * @param nextStepAt when the next of what is planned is due
     * @param withoutNextStep nothing is planned for it, and no answer is due
     */
    record Card(
            String number,
            UUID customer,
            @Nullable String customerName,
            UUID conversation,
            String queue,
            @Nullable String owner,
            @Nullable String ownerName,
            @Nullable String product,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Integer probability,
            @Nullable String grade,
            String source,
            Instant stageSince,
            long days,
            @Nullable String nextStep,
            @Nullable Instant nextStepAt,
            boolean withoutNextStep,
            @Nullable String lostReason) {}

    /** What the lead's own row says. */
    record Found(
            Stage stage,
            String number,
            UUID customer,
            UUID conversation,
            String queue,
            @Nullable String owner,
            @Nullable String product,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Integer probability,
            @Nullable String grade,
            String source,
            @Nullable String nextStep,
            @Nullable String lostReason,
            Instant since) {}

    Map<Stage, List<Card>> of(List<Found> rows, Instant now) {
        var numbers = rows.stream().map(Found::number).toList();
        var around = new Around(
                customers.find(rows.stream().map(Found::customer).collect(Collectors.toSet())),
                steps.of(numbers),
                cases.find(numbers),
                rows.stream()
                        .map(Found::owner)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), this::nameOf)),
                now);
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Found::stage, Collectors.mapping(row -> card(row, around), Collectors.toList())));
    }

    private record Around(
            Map<UUID, Customer> customers,
            Map<String, List<NextSteps.Step>> steps,
            Map<String, CaseFile> files,
            Map<String, String> people,
            Instant now) {

        @Nullable
        Instant next(String number) {
            return steps.getOrDefault(number, List.of()).stream()
                    .map(NextSteps.Step::at)
                    .filter(now::isBefore)
                    .findFirst()
                    .orElse(null);
        }

        boolean isAnswerDue(String number) {
            var file = files.get(number);
            return file != null && file.dueAt() != null && file.dueAt().isAfter(now);
        }
    }

    private String nameOf(String user) {
        return users.find(user).map(Caller::name).orElse(user);
    }

    private static Card card(Found row, Around around) {
        var customer = around.customers().get(row.customer());
        var next = around.next(row.number());
        return new Card(
                row.number(),
                row.customer(),
                customer == null ? null : customer.name(),
                row.conversation(),
                row.queue(),
                row.owner(),
                row.owner() == null ? null : around.people().get(row.owner()),
                row.product(),
                row.value(),
                row.currency(),
                row.probability(),
                row.grade(),
                row.source(),
                row.since(),
                Math.max(0, Duration.between(row.since(), around.now()).toDays()),
                row.nextStep(),
                next,
                next == null && !row.stage().isOver() && !around.isAnswerDue(row.number()),
                row.lostReason());
    }
}
