package app.novelo.followup.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.followup.internal.FollowUp.Mode;
import app.novelo.followup.internal.FollowUp.Words;
import app.novelo.platform.BadRequest;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_planFollowUp} of any case's process: what the table {@code follow-up-cadence} says is planned for its
 * customer. A cadence does not write for ever, whatever the table says: a person has the next one.
 */
@Component
class PlanFollowUpDelegate implements JavaDelegate {

    private static final String TEXT = "text";
    private static final String TEMPLATE = "template";
    private static final String CALL = "call";

    /** Of the templates that come with this program; the send queue fills in what it names. */
    private static final String USUAL_VALUES = "nome = {{customer.firstName}}";

    private final FollowUpPlans plans;
    private final FollowUpCourse course;
    private final FollowUpRows rows;
    private final Cases cases;
    private final DueMoments moments;
    private final FollowUpSettings settings;

    PlanFollowUpDelegate(
            FollowUpPlans plans,
            FollowUpCourse course,
            FollowUpRows rows,
            Cases cases,
            DueMoments moments,
            FollowUpSettings settings) {
        this.plans = plans;
        this.course = course;
        this.rows = rows;
        this.cases = cases;
        this.moments = moments;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = cases.find(String.valueOf(execution.getProcessBusinessKey()))
                .orElseThrow(() -> new BadRequest("case", "a follow-up is planned for a case"));
        course.join(file);
        var planned = plans.plan(wanted(execution, file));
        FollowUpProcess.FOLLOW_UP.set(execution, planned.number());
        FollowUpProcess.WAIT_UNTIL.set(execution, planned.dueAt());
    }

    private NewFollowUp wanted(DelegateExecution execution, CaseFile file) {
        if (file.conversation() == null) {
            throw new BadRequest("conversation", file.number() + " has none: nobody could be written to");
        }
        var words = words(FollowUpProcess.ACTION.find(execution), FollowUpProcess.ACTION_TEMPLATE.find(execution));
        boolean byItself = words.areThere() && rows.automaticOf(file.number()) < settings.mostAttempts();
        var purpose = FollowUpProcess.ACTION_PURPOSE.find(execution);
        return new NewFollowUp(
                file.conversation(),
                file.number(),
                "",
                byItself ? Mode.AUTOMATIC : Mode.BY_HAND,
                purpose == null ? FollowUp.CADENCE : purpose,
                byItself ? words : Words.NONE,
                false,
                moments.in(delay(execution), file.queue()),
                file.owner(),
                FollowUp.CADENCE,
                null);
    }

    private static Duration delay(DelegateExecution execution) {
        var minutes = FollowUpProcess.DELAY_MINUTES.find(execution);
        return Duration.ofMinutes(minutes == null ? 0 : Math.max(0, minutes));
    }

    private static Words words(@Nullable String action, @Nullable String template) {
        if (CALL.equals(action)) {
            return Words.NONE;
        }
        if (template == null || !(TEXT.equals(action) || TEMPLATE.equals(action))) {
            throw new BadRequest("followUpAction", "one of text, template, both with followUpTemplate, and call");
        }
        return TEXT.equals(action)
                ? new Words(null, template, null, null, null)
                : new Words(null, null, template, null, USUAL_VALUES);
    }
}
