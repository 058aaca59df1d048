package app.novelo.survey.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteSilence}: nobody waits any more; an answer that comes still counts, and is late. */
@Component
class NoteSilenceDelegate implements JavaDelegate {

    private final Turns turns;
    private final SurveyRows surveys;

    NoteSilenceDelegate(Turns turns, SurveyRows surveys) {
        this.turns = turns;
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        turns.join(Turn.ofConversation(CaseProcess.CONVERSATION.in(execution)));
        surveys.unanswered(execution.getProcessBusinessKey());
    }
}
