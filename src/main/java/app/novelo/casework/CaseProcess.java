package app.novelo.casework;

import app.novelo.engine.Var;
import java.time.Instant;

/** Variables that every case's process has. */
public final class CaseProcess {

    public static final Var<String> CONVERSATION = Var.text("conversationId");
    public static final Var<String> TRIAGE_QUEUE = Var.text("triageQueue");
    public static final Var<String> QUEUE = Var.text("queue");
    public static final Var<String> PRIORITY = Var.text("priority");
    public static final Var<Instant> DUE_AT = Var.instant("dueAt");

    /** He has written while nothing waited for him although the case does: it is being reminded just now. */
    public static final Var<Boolean> REPLIED = Var.flag("replied");

    /** @return the message that moves a step of such a case that waits */
    public static String resumed(String kind) {
        return kind + ".resumed";
    }

    private CaseProcess() {}
}
