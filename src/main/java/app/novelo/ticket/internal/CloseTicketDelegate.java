package app.novelo.ticket.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_closeTicket} in {@code processes/ticket/ticket.bpmn}. In the first version of that diagram it followed
 * the user task at once, and cases that began then still come that way.
 */
@Component
class CloseTicketDelegate implements JavaDelegate {

    private final TicketService tickets;

    CloseTicketDelegate(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        if (tickets.isResolved(number)) {
            tickets.close(number);
            return;
        }
        var outcome = TicketProcess.OUTCOME.find(execution);
        if (outcome != null && !outcome.equals(TicketProcess.RESOLVED)) {
            throw new OlderProcess(number);
        }
        tickets.settle(number, TicketProcess.RESOLUTION.find(execution));
        tickets.close(number);
    }
}
