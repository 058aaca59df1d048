package app.novelo.followup.internal;

import app.novelo.engine.Var;
import java.time.Instant;

/** Names shared by the processes that the table {@code reengagement} starts, and this module's code. */
final class ReengagementProcess {

    static final String TABLE = "reengagement";

    /** Before the number of each, which is the business key of the process that it starts. */
    static final String PREFIX = "A-";

    /** Of the table: nothing is done. */
    static final String NONE = "none";

    /** Of the table: of that subject nothing is to be said any more. */
    static final String SETTLE = "settle";

    static final String MARKETING = "marketing";
    static final String SERVICE = "service";

    static final Var<String> EVENT = Var.text("event");
    static final Var<Integer> DAYS_SILENT = Var.number("daysSilent");

    /** Of the table: {@link #SERVICE}, else it is taken for {@link #MARKETING}, which needs more. */
    static final Var<String> PURPOSE = Var.text("purpose");

    static final Var<String> TEMPLATE = Var.text("template");
    static final Var<String> TEMPLATE_VALUES = Var.text("templateValues");

    /** When it is looked at next. */
    static final Var<Instant> WAKE_AT = Var.instant("wakeAt");

    static final Var<String> STANDING = Var.text("standing");

    /** Code of the error that has kept the message from going out. */
    static final Var<String> NOT_SENT_BECAUSE = Var.text("notSentBecause");

    private ReengagementProcess() {}
}
