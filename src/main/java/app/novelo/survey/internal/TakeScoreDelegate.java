package app.novelo.survey.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.customer.Customers;
import app.novelo.customer.Customers.Standing;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeScore}: what he has answered so far, however it came. */
@Component
class TakeScoreDelegate implements JavaDelegate {

    private final Turns turns;
    private final SurveyRows surveys;
    private final Customers customers;

    TakeScoreDelegate(Turns turns, SurveyRows surveys, Customers customers) {
        this.turns = turns;
        this.surveys = surveys;
        this.customers = customers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        turns.join(Turn.ofConversation(CaseProcess.CONVERSATION.in(execution)));
        var survey = surveys.find(execution.getProcessBusinessKey()).orElseThrow();
        SurveyProcess.ANSWERED.set(execution, survey.score() != null);
        SurveyProcess.SCORE.setOrClear(execution, survey.score());
        SurveyProcess.COMMENTS.set(execution, survey.comment() != null);
        SurveyProcess.SEGMENT.setOrClear(
                execution,
                customers.standing(survey.customer()).map(Standing::segment).orElse(null));
    }
}
