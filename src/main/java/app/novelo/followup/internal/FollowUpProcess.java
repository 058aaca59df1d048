package app.novelo.followup.internal;

import app.novelo.engine.Var;
import java.time.Instant;

/** Names shared by {@code processes/followup}, {@code forms/followup} and this module's code. */
final class FollowUpProcess {

    static final String KIND = "followup";
    static final String DUE = "event_due";
    static final String KEEP_PROMISE = "userTask_keepPromise";
    static final String ORIGIN_TOLD = "case.followUpEnded";

    static final Var<String> MODE = Var.text("mode");

    /** When the step begins: a person needs some time before it is due, a machine none. */
    static final Var<Instant> REMIND_AT = Var.instant("remindAt");

    /** Of the form, or of whoever moves it: {@link #UNDECIDED} until then. */
    static final Var<String> OUTCOME = Var.text("outcome");

    static final Var<String> RESCHEDULE_REASON = Var.text("rescheduleReason");
    static final Var<String> CANCEL_REASON = Var.text("cancelReason");

    /** A day or a moment, as ISO 8601 writes it. */
    static final Var<String> NEW_DUE_AT = Var.text("newDueAt");

    static final Var<Boolean> CUSTOMER_WROTE_FIRST = Var.flag("customerWroteFirst");

    /** Why it was not sent; code of the drawn error. */
    static final Var<String> NOT_SENT = Var.text("notSent");

    static final Var<String> PURPOSE = Var.text("purpose");
    static final Var<String> TEXT_KEY = Var.text("textKey");
    static final Var<String> TEMPLATE = Var.text("template");
    static final Var<String> TEMPLATE_LANGUAGE = Var.text("templateLanguage");
    static final Var<String> TEMPLATE_VALUES = Var.text("templateValues");

    /** Whether it is said whoever has the word: a person's own words are, a cadence's are not. */
    static final Var<String> NOTICE = Var.text("notice");

    /** Of the case that it serves. */
    static final Var<String> ACTION = Var.text("followUpAction");

    static final Var<String> ACTION_TEMPLATE = Var.text("followUpTemplate");
    static final Var<Integer> DELAY_MINUTES = Var.number("followUpDelayMinutes");
    static final Var<String> ACTION_PURPOSE = Var.text("followUpPurpose");
    static final Var<String> FOLLOW_UP = Var.text("followUp");
    static final Var<Instant> WAIT_UNTIL = Var.instant("waitUntil");
    static final Var<String> FOLLOW_UP_OUTCOME = Var.text("followUpOutcome");

    static final String UNDECIDED = "undecided";
    static final String DONE = "done";
    static final String RESCHEDULED = "rescheduled";
    static final String CANCELLED = "cancelled";
    static final String SENT = "sent";
    static final String CUSTOMER_WROTE = "customerWrote";

    private FollowUpProcess() {}
}
