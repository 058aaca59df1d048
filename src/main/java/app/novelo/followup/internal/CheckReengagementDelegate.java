package app.novelo.followup.internal;

import app.novelo.conversation.Outreach;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkReengagement}: whether it is still to be said, and, if not now, when it is looked at again. */
@Component
class CheckReengagementDelegate implements JavaDelegate {

    /** After an agent's talk or a case's work: the next half day, business time or not. */
    private static final Duration A_WHILE = Duration.ofHours(4);

    /** Of these the diagram may try again. */
    private static final Set<String> TRIED_AGAIN = Set.of(ReengagementStanding.LATER, ReengagementStanding.OPEN_CASE);

    private final ReengagementRows rows;
    private final ReengagementDesk desk;
    private final ReengagementStanding standing;
    private final ReengagementHours hours;
    private final Outreach outreach;
    private final Turns turns;
    private final Clock clock;

    CheckReengagementDelegate(
            ReengagementRows rows,
            ReengagementDesk desk,
            ReengagementStanding standing,
            ReengagementHours hours,
            Outreach outreach,
            Turns turns,
            Clock clock) {
        this.rows = rows;
        this.desk = desk;
        this.standing = standing;
        this.hours = hours;
        this.outreach = outreach;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var found = rows.required(execution.getProcessBusinessKey());
        var line = desk.line(found.event());
        outreach.open(found.customer(), line)
                .ifPresent(open -> turns.join(Turn.ofConversation(open.id().toString())));
        var now = clock.instant();
        var purpose =
                Objects.requireNonNullElse(ReengagementProcess.PURPOSE.find(execution), ReengagementProcess.MARKETING);
        var stands = standing.of(found, line, purpose, now);
        ReengagementProcess.STANDING.set(execution, stands);
        var again = again(line, now);
        ReengagementProcess.WAKE_AT.set(execution, again);
        note(found.number(), stands, again, hours.areNow(line, now));
    }

    private Instant again(UUID line, Instant now) {
        return hours.from(line, hours.areNow(line, now) ? now.plus(A_WHILE) : now);
    }

    /** What waits for the morning is not held against it; of a reason that its diagram takes for none nothing is left. */
    private void note(String number, String stands, Instant again, boolean open) {
        if (TRIED_AGAIN.contains(stands)) {
            rows.putOff(number, again, open);
        }
        if (stands.equals(ReengagementStanding.WANTED) || stands.equals(ReengagementStanding.LATER)) {
            rows.came(number, null, null);
        } else {
            rows.came(number, Reengagement.NOT_WANTED, stands);
        }
    }
}
