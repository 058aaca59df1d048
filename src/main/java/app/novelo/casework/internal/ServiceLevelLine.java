package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.customer.Customer;
import app.novelo.servicelevel.ClockRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock with what people must know of its case.
 *
 * @param queue of its case; once it has ended, that in which it ended
 * @param owner as above; null: nobody
 * @param remainingMinutes working time until it is due, below zero once it is late, also if it ended so; null when it ended in time
 * @param task in which people work on the case; null if none waits
 * @param processInstanceId of the case
 * @param boardInstanceId of its {@code service-level}
 */
record ServiceLevelLine(
        UUID id,
        String caseNumber,
        @Nullable String kind,
        @Nullable String caseState,
        @Nullable String priority,
        @Nullable String queue,
        @Nullable String owner,
        @Nullable UUID conversation,
        @Nullable Who customer,
        String metric,
        String state,
        int minutes,
        String calendar,
        Instant startedAt,
        @Nullable Instant warnAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable String pausedFor,
        @Nullable Instant endedAt,
        boolean open,
        @Nullable Long remainingMinutes,
        @Nullable String processInstanceId,
        @Nullable String boardInstanceId,
        @Nullable String task) {

    record Who(UUID id, String name) {

        static Who of(Customer customer) {
            return new Who(customer.id(), customer.name());
        }
    }

    static ServiceLevelLine of(
            ClockRow row, @Nullable CaseFile file, @Nullable Customer customer, @Nullable String task) {
        var clock = row.clock();
        return new ServiceLevelLine(
                row.id(),
                clock.caseNumber(),
                file == null ? null : file.kind(),
                file == null ? null : file.state(),
                file == null ? null : file.priority(),
                row.queue(),
                row.owner(),
                file == null ? null : file.conversation(),
                customer == null ? null : Who.of(customer),
                clock.metric(),
                clock.state().name(),
                clock.minutes(),
                clock.calendar(),
                clock.startedAt(),
                clock.warnAt(),
                clock.dueAt(),
                clock.pausedAt(),
                clock.pausedFor(),
                clock.endedAt(),
                clock.isOpen(),
                row.remainingMinutes().get().orElse(null),
                file == null ? null : file.processInstanceId(),
                row.boardInstanceId(),
                task);
    }
}
