package app.novelo.casework.internal;

import app.novelo.engine.Var;
import java.time.Instant;

/** Names shared by {@code processes/casework/escalation.bpmn} and this module's code. */
final class EscalationProcess {

    static final String KEY = "escalation";

    /** Caught by a non-interrupting event sub-process of every case that wants to escalate. */
    static final String ATTENTION_NEEDED = "case.attentionNeeded";

    /** Id of its row. */
    static final Var<String> ESCALATION = Var.text("escalation");

    static final Var<Boolean> ACT = Var.flag("act");
    static final Var<Boolean> BY_MAIL = Var.flag("byMail");
    static final Var<Boolean> TELL_CUSTOMER = Var.flag("tellCustomer");
    static final Var<Boolean> FOR_MANAGER = Var.flag("forManager");
    static final Var<Boolean> AGAIN = Var.flag("again");
    static final Var<Instant> NEXT_LEVEL_AT = Var.instant("nextLevelAt");

    /** A timer needs a date even where no next level comes. */
    static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private EscalationProcess() {}
}
