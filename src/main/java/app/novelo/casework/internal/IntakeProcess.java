package app.novelo.casework.internal;

import app.novelo.engine.Var;

/** Names shared by {@code processes/casework/intake.bpmn} and this module's code. */
final class IntakeProcess {

    static final String KEY = "intake";
    static final String OPENED = "conversation.opened";
    static final String CUSTOMER_REPLIED = "case.customerReplied";
    static final String RESUMED = "casework.resumed";
    static final String BY_HAND = "by-hand";
    static final Var<Boolean> ASK_MODEL = Var.flag("askModel");
    /** How often the customer was asked what it is about. */
    static final Var<Integer> ASKED = Var.number("asked");

    static final Var<String> KIND = Var.text("kind");

    private IntakeProcess() {}
}
