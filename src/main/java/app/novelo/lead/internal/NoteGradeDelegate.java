package app.novelo.lead.internal;

import app.novelo.casework.CaseProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteGrade} in {@code processes/lead/qualify-lead.bpmn}. */
@Component
class NoteGradeDelegate implements JavaDelegate {

    private final LeadService leads;
    private final Qualification qualification;

    NoteGradeDelegate(LeadService leads, Qualification qualification) {
        this.leads = leads;
        this.qualification = qualification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        leads.rate(number, LeadProcess.SCORE.find(execution), LeadProcess.GRADE.find(execution));
        leads.takenSooner(number, CaseProcess.PRIORITY.find(execution));
        if (qualification.isComplete(number)) {
            leads.qualified(number);
        }
    }
}
