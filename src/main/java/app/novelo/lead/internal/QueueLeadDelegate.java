package app.novelo.lead.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.desk.Queues;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_queueLead} in {@code processes/lead/lead.bpmn}. A queue that no longer exists is answered with triage. */
@Component
class QueueLeadDelegate implements JavaDelegate {

    private final LeadService leads;
    private final Queues queues;

    QueueLeadDelegate(LeadService leads, Queues queues) {
        this.leads = leads;
        this.queues = queues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var queue = queues.existing(CaseProcess.QUEUE.find(execution));
        var decided = CaseProcess.PRIORITY.find(execution);
        leads.queue(
                execution.getProcessBusinessKey(),
                queue,
                decided == null ? CaseFile.NORMAL : decided,
                LeadProcess.SCORE.find(execution),
                LeadProcess.GRADE.find(execution));
        CaseProcess.QUEUE.set(execution, queue);
    }
}
