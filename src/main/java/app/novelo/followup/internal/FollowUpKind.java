package app.novelo.followup.internal;

import app.novelo.casework.CaseCommand;
import app.novelo.casework.CaseKind;
import app.novelo.engine.Var;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follow-ups: {@code F-<year>-<at least six digits>}, the year in the company's time zone. */
@Component
class FollowUpKind implements CaseKind {

    private final FollowUpRows rows;
    private final ZoneId zone;

    FollowUpKind(FollowUpRows rows, NoveloSettings settings) {
        this.rows = rows;
        this.zone = settings.timeZone();
    }

    @Override
    public String kind() {
        return FollowUpProcess.KIND;
    }

    @Override
    public String nextNumber(Instant at) {
        return "F-%d-%06d".formatted(at.atZone(zone).getYear(), rows.nextNumber());
    }

    @Override
    public List<String> workElements() {
        return List.of(FollowUpProcess.KEEP_PROMISE);
    }

    @Override
    public Var.Value[] fields(String element, CaseCommand command) {
        if (command instanceof CaseCommand.Resolve) {
            return new Var.Value[] {FollowUpProcess.OUTCOME.of(FollowUpProcess.DONE)};
        }
        if (command instanceof CaseCommand.Snooze snooze) {
            return new Var.Value[] {
                FollowUpProcess.OUTCOME.of(FollowUpProcess.RESCHEDULED),
                FollowUpProcess.NEW_DUE_AT.of(snooze.until().toString())
            };
        }
        throw new BadRequest("onReply", "a follow-up is due at a moment");
    }

    @Override
    public void merged(String number) {
        // two promises are two promises: whoever merges the cases that they serve leaves them alone
    }

    @Override
    public boolean hasMessages() {
        return false;
    }

    @Override
    public void held(String number, String queue, @Nullable String owner) {
        rows.held(number, queue, owner);
    }
}
