package app.novelo.ticket.internal;

import app.novelo.casework.CaseProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_reopenTicket} in {@code processes/ticket/ticket.bpmn}. */
@Component
class ReopenTicketDelegate implements JavaDelegate {

    private final TicketService tickets;

    ReopenTicketDelegate(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TicketProcess.ATTEMPTS.set(execution, 0);
        var due = tickets.reopen(execution.getProcessBusinessKey());
        CaseProcess.DUE_AT.setOrClear(execution, due.orElse(null));
    }
}
