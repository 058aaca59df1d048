package app.novelo.ticket.internal;

import app.novelo.engine.Var;

/** Names shared by {@code processes/ticket/ticket.bpmn}, {@code forms/ticket} and this module's code. */
final class TicketProcess {

    static final String KIND = "ticket";
    static final String RESOLVE = "userTask_resolveTicket";

    static final Var<String> PRIORITY_REASON = Var.text("priorityReason");

    /** Of the form: what comes next. */
    static final Var<String> OUTCOME = Var.text("outcome");

    static final Var<String> RESOLUTION = Var.text("resolution");

    /** Of the form: the queue that takes over. */
    static final Var<String> TRANSFER_TO = Var.text("transferTo");

    /** Of the form, or set by whoever snoozes it: when it is looked at again. */
    static final Var<String> LOOK_AGAIN_AT = Var.text("lookAgainAt");

    /** How often the table {@code inactivity} was asked in this wait. */
    static final Var<Integer> ATTEMPTS = Var.number("attempts");

    /** Entry of the text catalogue that tells the customer how it ended. */
    static final Var<String> CLOSING_TEXT = Var.text("closingText");

    static final String RESOLVED = "resolved";
    static final String WAITING_CUSTOMER = "waitingCustomer";
    static final String WAITING_THIRD_PARTY = "waitingThirdParty";
    static final String SNOOZED = "snoozed";
    /** Somebody works on it again: whatever is no other word of that table. */
    static final String TASK = "task";

    static final String NO_REPLY = "noReply";

    private TicketProcess() {}
}
