package app.novelo.ticket.internal;

import app.novelo.engine.Var;

/** Names shared by {@code processes/ticket/ticket.bpmn} and this module's code. */
final class TicketProcess {

    static final String KIND = "ticket";
    static final Var<String> PRIORITY_REASON = Var.text("priorityReason");
    static final Var<String> RESOLUTION = Var.text("resolution");

    private TicketProcess() {}
}
