package app.novelo.lead.internal;

import app.novelo.engine.Var;
import java.time.Instant;

/** Names shared by {@code processes/lead}, {@code forms/lead} and this module's code. */
final class LeadProcess {

    static final String KIND = "lead";
    static final String CONTACT = "userTask_contactLead";
    static final String PREPARE = "userTask_prepareProposal";
    static final String NEGOTIATE = "userTask_negotiate";

    /** The timer that moves nearer when the stage changes. */
    static final String LOOK_AGAIN = "event_lookAgain";

    /** Somebody says how far the lead is, and completes no task by it. */
    static final String COMMANDED = "case.commanded";

    static final Var<String> STAGE = Var.text("stage");
    static final Var<Integer> SCORE = Var.number("score");
    static final Var<String> GRADE = Var.text("grade");

    /** Of the forms: what comes next. */
    static final Var<String> OUTCOME = Var.text("outcome");

    static final Var<String> LOST_REASON = Var.text("lostReason");
    static final Var<String> TRANSFER_TO = Var.text("transferTo");

    /** Of the forms, a day, or of our API, an instant: until when nothing is asked of him. */
    static final Var<String> PUT_OFF_UNTIL = Var.text("putOffUntil");

    static final Var<Instant> NURTURE_UNTIL = Var.instant("nurtureUntil");

    /** Of the forms: money, in the currency beside it. */
    static final Var<Double> DEAL_VALUE = Var.decimal("dealValue");

    static final Var<String> DEAL_CURRENCY = Var.text("dealCurrency");

    /** Of the form {@code set-next-step}. */
    static final Var<String> NEXT_STEP = Var.text("nextStep");

    /** Of the form {@code set-next-step}: a day. */
    static final Var<String> NEXT_STEP_ON = Var.text("nextStepOn");

    /** Which attempt to hear from him comes next; 1 is the first. */
    static final Var<Integer> ATTEMPT = Var.number("attempt");

    static final Var<Boolean> WELCOMED = Var.flag("welcomed");
    static final Var<Integer> IDLE_DAYS = Var.number("idleDays");
    static final Var<Boolean> RESTS = Var.flag("rests");
    static final Var<Instant> LOOK_AGAIN_AT = Var.instant("lookAgainAt");
    static final Var<Boolean> ASK_NEXT = Var.flag("askNext");
    static final Var<String> QUESTION = Var.text("question");
    static final Var<String> ANSWERS = Var.text("answers");
    static final Var<String> ANSWER_CHOICE = Var.text("answerChoice");
    static final Var<String> ANSWER_MESSAGE = Var.text("answerMessage");

    static final String OPPORTUNITY = "opportunity";
    static final String PROPOSAL_SENT = "proposalSent";
    static final String WAITING = "noAnswer";
    static final String PUT_OFF = "nurture";
    static final String IS_WON = "won";
    static final String IS_LOST = "lost";

    private LeadProcess() {}
}
