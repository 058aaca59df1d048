package app.novelo.ticket.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that began on the first version of the diagram, which closes them right after the user task. */
class CloseTicketDelegateTest {

    private static final String NUMBER = "T-20261122-000001";

    private final TicketService tickets = mock();
    private final DelegateExecution execution = mock();
    private final CloseTicketDelegate close = new CloseTicketDelegate(tickets);

    @BeforeEach
    void aCaseOfTheFirstVersion() {
        when(execution.getProcessBusinessKey()).thenReturn(NUMBER);
    }

    @Test
    void endsWithTheChosenResolution() {
        when(execution.getVariable("outcome")).thenReturn("resolved");
        when(execution.getVariable("resolution")).thenReturn("answered");

        close.execute(execution);

        var inOrder = inOrder(tickets);
        inOrder.verify(tickets).settle(NUMBER, "answered");
        inOrder.verify(tickets).close(NUMBER);
    }

    @Test
    void isNotEndedByWhatTheNewFormOffersBesides() {
        when(execution.getVariable("outcome")).thenReturn("waitingCustomer");

        assertThatThrownBy(() -> close.execute(execution)).isInstanceOf(OlderProcess.class);

        verify(tickets, never()).close(NUMBER);
    }
}
