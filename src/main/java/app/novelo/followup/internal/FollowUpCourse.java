package app.novelo.followup.internal;

import app.novelo.casework.CaseAttention;
import app.novelo.casework.CaseCourse;
import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.casework.NextSteps;
import app.novelo.engine.Processes;
import app.novelo.engine.Turns;
import app.novelo.followup.internal.FollowUp.Mode;
import app.novelo.followup.internal.FollowUp.State;
import app.novelo.followup.internal.Happenings.Cause;
import app.novelo.followup.internal.Happenings.What;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the steps of a follow-up do. A timer may have moved it: each waits for the case's turn first. */
@Component
class FollowUpCourse {

    private final FollowUpRows rows;
    private final Cases cases;
    private final CaseCourse course;
    private final CaseAttention attention;
    private final NextSteps steps;
    private final Keepers keepers;
    private final Happenings happenings;
    private final Processes processes;
    private final Turns turns;
    private final FollowUpSettings settings;
    private final Clock clock;

    FollowUpCourse(
            FollowUpRows rows,
            Cases cases,
            CaseCourse course,
            CaseAttention attention,
            NextSteps steps,
            Keepers keepers,
            Happenings happenings,
            Processes processes,
            Turns turns,
            FollowUpSettings settings,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.course = course;
        this.attention = attention;
        this.steps = steps;
        this.keepers = keepers;
        this.happenings = happenings;
        this.processes = processes;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    FollowUp inTurn(String number) {
        var one = rows.required(number);
        cases.find(number).map(CaseFile::turn).ifPresent(turns::join);
        return one.isEnded() ? one : rows.required(number);
    }

    void join(CaseFile file) {
        turns.join(file.turn());
    }

    FollowUp open(String number, String processInstanceId) {
        var one = rows.required(number);
        rows.runsAs(number, processInstanceId);
        cases.register(new CaseFile(
                number,
                FollowUpProcess.KIND,
                one.conversation(),
                one.customer(),
                processInstanceId,
                CaseFile.OPEN,
                CaseFile.NORMAL,
                one.queue(),
                one.owner(),
                null,
                one.createdAt(),
                null,
                null,
                null));
        cases.due(number, one.dueAt());
        return one;
    }

    /** A machine needs no time to get ready. */
    Instant remindAt(Mode mode, Instant dueAt) {
        if (mode == Mode.AUTOMATIC) {
            return dueAt;
        }
        var early = dueAt.minus(settings.lead());
        return early.isBefore(clock.instant()) ? clock.instant() : early;
    }

    /** Its time has come, or it is asked for earlier. */
    void due(FollowUp one, Mode mode) {
        rows.isDue(one.number(), mode);
        if (mode == Mode.BY_HAND) {
            keepers.find(one);
            happenings.add(one.number(), What.DUE, Cause.PROCESS, one.dueAt());
        }
    }

    void notSent(FollowUp one, String why, Instant dueAt) {
        rows.notSent(one.number(), why, dueAt);
        cases.due(one.number(), dueAt);
        planStep(one, dueAt);
        happenings.add(one.number(), What.NOT_SENT, Cause.because(why), dueAt);
        keepers.find(one);
    }

    /** @throws PutOffTooOften if it was put off so often before that it is none */
    void reschedule(FollowUp one, Instant dueAt, Cause cause) {
        if (one.rescheduled() >= settings.mostMoves()) {
            throw new PutOffTooOften(one.number(), settings.mostMoves());
        }
        rows.rescheduled(one.number(), dueAt);
        cases.due(one.number(), dueAt);
        planStep(one, dueAt);
        happenings.add(one.number(), What.RESCHEDULED, cause, dueAt);
    }

    private void planStep(FollowUp one, Instant dueAt) {
        if (one.origin() != null) {
            steps.plan(one.origin(), new NextSteps.Step(one.number(), "followUp", dueAt));
        }
    }

    void customerWrote(FollowUp one) {
        rows.customerWrote(one.number(), clock.instant());
        happenings.add(one.number(), What.CUSTOMER_WROTE, Cause.PROCESS, one.dueAt());
    }

    void overdue(FollowUp one) {
        if (!one.isEnded()) {
            rows.overdue(one.number(), clock.instant());
            happenings.add(one.number(), What.OVERDUE, Cause.PROCESS, one.dueAt());
            attention.needed(one.number(), CaseAttention.OVERDUE);
        }
    }

    /** @param outcome as the process knows it */
    void settle(FollowUp one, String outcome, @Nullable String reason) {
        boolean kept = outcome.equals(FollowUpProcess.DONE) || outcome.equals(FollowUpProcess.SENT);
        var told = outcome.equals(FollowUpProcess.CANCELLED) && one.notSent() != null ? "notSent" : outcome;
        var by = outcome.equals(FollowUpProcess.SENT) || outcome.equals(FollowUpProcess.CUSTOMER_WROTE)
                ? null
                : Callers.find().map(Caller::id).orElse(one.owner());
        rows.ended(one.number(), kept ? State.DONE : State.CANCELLED, told, reason, by, clock.instant());
        happenings.add(one.number(), what(outcome), new Cause(by, kept ? null : told(reason, outcome), null), null);
        course.close(one.number(), told);
        if (one.origin() != null) {
            steps.done(one.origin(), one.number());
            tell(one.origin(), told);
        }
    }

    private static @Nullable String told(@Nullable String reason, String outcome) {
        return reason == null && outcome.equals(FollowUpProcess.CUSTOMER_WROTE) ? outcome : reason;
    }

    private static What what(String outcome) {
        return switch (outcome) {
            case FollowUpProcess.SENT -> What.SENT;
            case FollowUpProcess.DONE -> What.DONE;
            default -> What.CANCELLED;
        };
    }

    /** A case that does not wait for it has no use for it. */
    private void tell(String origin, String outcome) {
        cases.find(origin).filter(file -> file.closedAt() == null).ifPresent(file -> {
            turns.join(file.turn());
            processes.nudge(
                    file.processInstanceId(),
                    FollowUpProcess.ORIGIN_TOLD,
                    FollowUpProcess.FOLLOW_UP_OUTCOME.of(outcome));
        });
    }
}
