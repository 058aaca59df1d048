package app.novelo.ticket.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.desk.Queues;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_queueTicket}: a queue that no longer exists is answered with triage, never with nobody. */
@Component
class QueueTicketDelegate implements JavaDelegate {

    private final TicketService tickets;
    private final Queues queues;

    QueueTicketDelegate(TicketService tickets, Queues queues) {
        this.tickets = tickets;
        this.queues = queues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var queue = queues.existing(CaseProcess.QUEUE.find(execution));
        var decided = CaseProcess.PRIORITY.find(execution);
        var priority = decided == null ? CaseFile.NORMAL : decided;
        tickets.queue(
                execution.getProcessBusinessKey(), queue, priority, TicketProcess.PRIORITY_REASON.find(execution));
        CaseProcess.QUEUE.set(execution, queue);
    }
}
