package app.novelo.ticket.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_transferTicket} in {@code processes/ticket/ticket.bpmn}. */
@Component
class TransferTicketDelegate implements JavaDelegate {

    private final TicketService tickets;

    TransferTicketDelegate(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tickets.transfer(execution.getProcessBusinessKey(), TicketProcess.TRANSFER_TO.find(execution));
    }
}
