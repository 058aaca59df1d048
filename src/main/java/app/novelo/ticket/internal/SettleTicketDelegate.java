package app.novelo.ticket.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settleTicket}: resolved by a person, or because the customer has fallen silent. */
@Component
class SettleTicketDelegate implements JavaDelegate {

    private final TicketService tickets;

    SettleTicketDelegate(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean byHand = TicketProcess.RESOLVED.equals(TicketProcess.OUTCOME.find(execution));
        if (!byHand) {
            TicketProcess.RESOLUTION.set(execution, TicketProcess.NO_REPLY);
        }
        TicketProcess.CLOSING_TEXT.set(execution, byHand ? "ticket.resolved" : "ticket.closedInSilence");
        tickets.settle(execution.getProcessBusinessKey(), TicketProcess.RESOLUTION.find(execution));
    }
}
