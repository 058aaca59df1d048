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
        var chosen = TicketProcess.RESOLUTION.find(execution);
        TicketProcess.RESOLUTION.set(
                execution, !byHand ? TicketProcess.NO_REPLY : chosen == null ? TicketKind.USUAL : chosen);
        TicketProcess.CLOSING_TEXT.set(execution, byHand ? "ticket.resolved" : "ticket.closedInSilence");
        tickets.settle(execution.getProcessBusinessKey(), TicketProcess.RESOLUTION.find(execution));
    }
}
