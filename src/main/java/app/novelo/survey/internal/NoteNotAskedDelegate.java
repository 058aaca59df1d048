package app.novelo.survey.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteNotAsked}: the question reached nobody, so it counts neither as asked nor as unanswered. */
@Component
class NoteNotAskedDelegate implements JavaDelegate {

    private final Turns turns;
    private final SurveyRows surveys;
    private final Conversations conversations;
    private final Clock clock;

    NoteNotAskedDelegate(Turns turns, SurveyRows surveys, Conversations conversations, Clock clock) {
        this.turns = turns;
        this.surveys = surveys;
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = CaseProcess.CONVERSATION.in(execution);
        turns.join(Turn.ofConversation(id));
        var conversation = conversations.required(UUID.fromString(id));
        var reason = conversation.window().isOpenAt(clock.instant()) ? "notSent" : "windowClosed";
        if (surveys.notAsked(execution.getProcessBusinessKey(), reason)) {
            conversations.askAside(conversation.id(), null);
        }
    }
}
