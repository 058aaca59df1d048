package app.novelo.lead.internal;

import app.novelo.casework.CaseProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_resumeLead} in {@code processes/lead/lead.bpmn}. */
@Component
class ResumeLeadDelegate implements JavaDelegate {

    private final LeadService leads;

    ResumeLeadDelegate(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        execution.removeVariable(CaseProcess.REPLIED.name());
        CaseProcess.DUE_AT.set(execution, leads.goOn(number));
        LeadProcess.STAGE.set(execution, leads.required(number).stage().id());
        LeadProcess.WELCOMED.set(execution, true);
        LeadProcess.ATTEMPT.set(execution, 1);
    }
}
