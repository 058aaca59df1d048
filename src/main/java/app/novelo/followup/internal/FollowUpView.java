package app.novelo.followup.internal;

import app.novelo.followup.internal.FollowUp.Mode;
import app.novelo.followup.internal.FollowUp.State;
import app.novelo.followup.internal.Happenings.Happening;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as {@code docs/http-api.md} shows it.
 *
 * @param overdue it is late, and not over
 * @param happenings of a single one; left out of lists
 */
record FollowUpView(
        String number,
        UUID customer,
        UUID conversation,
        @JsonProperty("case") @Nullable String origin,
        State state,
        String what,
        Mode mode,
        String purpose,
        @Nullable String text,
        @Nullable String textKey,
        @Nullable String template,
        Instant dueAt,
        Instant promisedAt,
        boolean exact,
        boolean overdue,
        @Nullable String owner,
        String queue,
        String source,
        @Nullable String createdBy,
        int rescheduled,
        boolean customerWroteFirst,
        @Nullable String notSent,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable Boolean onTime,
        @Nullable String processInstanceId,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Happening> happenings) {

    static FollowUpView of(FollowUp one, Instant now, @Nullable List<Happening> happenings) {
        return new FollowUpView(
                one.number(),
                one.customer(),
                one.conversation(),
                one.origin(),
                one.state(),
                one.what(),
                one.mode(),
                one.purpose(),
                one.words().body(),
                one.words().textKey(),
                one.words().template(),
                one.dueAt(),
                one.promisedAt(),
                one.exact(),
                !one.isEnded() && one.dueAt().isBefore(now),
                one.owner(),
                one.queue(),
                one.source(),
                one.createdBy(),
                one.rescheduled(),
                one.customerWroteAt() != null,
                one.notSent(),
                one.outcome(),
                one.reason(),
                one.doneAt(),
                one.doneBy(),
                one.onTime(),
                one.processInstanceId(),
                one.createdAt(),
                happenings);
    }
}
