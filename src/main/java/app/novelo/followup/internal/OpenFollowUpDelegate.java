package app.novelo.followup.internal;

import app.novelo.casework.CaseProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openFollowUp} in {@code processes/followup/followup.bpmn}. */
@Component
class OpenFollowUpDelegate implements JavaDelegate {

    /** Whoever sends it looks at what the customer allows; of the table {@code fallback-template}. */
    private static final String SERVICE = "service";

    private final FollowUpCourse course;

    OpenFollowUpDelegate(FollowUpCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var one = course.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
        CaseProcess.QUEUE.set(execution, one.queue());
        CaseProcess.DUE_AT.set(execution, one.dueAt());
        FollowUpProcess.REMIND_AT.set(execution, course.remindAt(one.mode(), one.dueAt()));
        FollowUpProcess.MODE.set(execution, one.mode().name());
        FollowUpProcess.OUTCOME.set(execution, FollowUpProcess.UNDECIDED);
        FollowUpProcess.CUSTOMER_WROTE_FIRST.set(execution, false);
        FollowUpProcess.PURPOSE.set(execution, SERVICE);
        words(execution, one);
    }

    private static void words(DelegateExecution execution, FollowUp one) {
        var words = one.words();
        var key = words.body() == null ? words.textKey() : FollowUpWords.key(one.number());
        FollowUpProcess.TEXT_KEY.setOrClear(execution, key);
        FollowUpProcess.TEMPLATE.setOrClear(execution, words.template());
        FollowUpProcess.TEMPLATE_LANGUAGE.setOrClear(execution, words.language());
        FollowUpProcess.TEMPLATE_VALUES.setOrClear(execution, words.values());
        FollowUpProcess.NOTICE.set(execution, String.valueOf(words.body() != null));
    }
}
