package app.novelo.casework.internal;

import app.novelo.engine.Var;

/** Names shared by {@code processes/casework/ask-customer.bpmn} and this module's code. */
final class AskCustomerProcess {

    static final Var<Boolean> ANSWERED = Var.flag("answered");
    static final Var<String> ANSWER_CHOICE = Var.text("answerChoice");
    static final Var<String> ANSWER_MESSAGE = Var.text("answerMessage");

    private AskCustomerProcess() {}
}
