package app.novelo.casework.internal;

import app.novelo.engine.Var;

/** Names shared by {@code processes/casework/choose-case.bpmn} and this module's code. */
final class ChooseCaseProcess {

    static final String KEY = "choose-case";

    /** The answers that are offered, as {@code ask-customer} reads them. */
    static final Var<String> CASES = Var.text("cases");

    /** The answer of a customer who means none of them. */
    static final String ANOTHER = "another";

    private ChooseCaseProcess() {}
}
