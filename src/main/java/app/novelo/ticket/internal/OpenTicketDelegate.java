package app.novelo.ticket.internal;

import app.novelo.casework.CaseProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openTicket} in {@code processes/ticket/ticket.bpmn}. */
@Component
class OpenTicketDelegate implements JavaDelegate {

    private final TicketService tickets;

    OpenTicketDelegate(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tickets.open(
                execution.getProcessBusinessKey(),
                UUID.fromString(CaseProcess.CONVERSATION.in(execution)),
                execution.getProcessInstanceId());
    }
}
