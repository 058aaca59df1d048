package app.novelo.survey.internal;

import app.novelo.engine.Var;
import java.time.Instant;

/** Names shared by {@code processes/survey/satisfaction-survey.bpmn} and this module's code. */
final class SurveyProcess {

    static final String KEY = "satisfaction-survey";
    static final String RESUMED = "survey.resumed";

    /** {@code csat} or {@code nps}; of the step that asks for a survey, too. */
    static final Var<String> KIND = Var.text("surveyKind");

    /** Nobody waited for the answer any more: it is there already. */
    static final Var<Boolean> LATE = Var.flag("lateAnswer");

    static final Var<Instant> ASK_AT = Var.instant("askAt");

    /** {@link #BY_TEXT}, {@link #BY_TEMPLATE} or {@link #NOT}. */
    static final Var<String> ASKING = Var.text("asking");

    static final Var<String> QUESTION = Var.text("questionTextKey");
    static final Var<String> CHOICES = Var.text("questionChoices");
    static final Var<String> PURPOSE = Var.text("purpose");
    static final Var<String> LANGUAGE = Var.text("language");
    static final Var<String> LINE = Var.text("line");
    static final Var<String> SEGMENT = Var.text("segment");
    static final Var<Instant> ANSWER_UNTIL = Var.instant("answerUntil");
    static final Var<Boolean> ANSWERED = Var.flag("answered");
    static final Var<Integer> SCORE = Var.number("score");

    /** Words came with the score. */
    static final Var<Boolean> COMMENTS = Var.flag("comments");

    /** Of the table {@code survey-reaction}: who sees to a bad score. */
    static final Var<String> RECOVERY_QUEUE = Var.text("recoveryQueue");

    static final String BY_TEXT = "text";
    static final String BY_TEMPLATE = "template";
    static final String NOT = "no";

    private SurveyProcess() {}
}
