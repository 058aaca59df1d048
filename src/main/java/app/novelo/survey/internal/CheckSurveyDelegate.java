package app.novelo.survey.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.customer.Customers;
import app.novelo.customer.Customers.Standing;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_checkSurvey}: a timer brings it here. From now on his answer is listened to, before the question is on
 * its way: who answers at once may be faster than what tells us that it was accepted.
 */
@Component
class CheckSurveyDelegate implements JavaDelegate {

    private final Turns turns;
    private final SurveyRows surveys;
    private final MayAsk mayAsk;
    private final SurveySettings settings;
    private final Conversations conversations;
    private final Customers customers;
    private final Lines lines;
    private final Clock clock;

    CheckSurveyDelegate(
            Turns turns,
            SurveyRows surveys,
            MayAsk mayAsk,
            SurveySettings settings,
            Conversations conversations,
            Customers customers,
            Lines lines,
            Clock clock) {
        this.turns = turns;
        this.surveys = surveys;
        this.mayAsk = mayAsk;
        this.settings = settings;
        this.conversations = conversations;
        this.customers = customers;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = CaseProcess.CONVERSATION.in(execution);
        turns.join(Turn.ofConversation(id));
        var survey = surveys.locked(execution.getProcessBusinessKey()).orElseThrow();
        var conversation = conversations.locked(UUID.fromString(id));
        mayAsk.refusesNow(survey, conversation)
                .ifPresentOrElse(
                        reason -> {
                            surveys.notAsked(survey.number(), reason);
                            SurveyProcess.ASKING.set(execution, SurveyProcess.NOT);
                        },
                        () -> ask(execution, survey, conversation));
    }

    private void ask(DelegateExecution execution, Survey survey, Conversation conversation) {
        var now = clock.instant();
        surveys.asked(survey.number(), now);
        conversations.awaitCustomer(conversation.id());
        conversations.askAside(conversation.id(), now.plus(settings.numberTime()));
        SurveyProcess.ASKING.set(
                execution, conversation.window().isOpenAt(now) ? SurveyProcess.BY_TEXT : SurveyProcess.BY_TEMPLATE);
        SurveyProcess.QUESTION.set(execution, survey.kind().question());
        SurveyProcess.CHOICES.set(execution, survey.kind().choices(survey.number()));
        SurveyProcess.ANSWER_UNTIL.set(execution, now.plus(settings.answerTime()));
        SurveyProcess.PURPOSE.set(execution, survey.kind().purpose());
        SurveyProcess.LANGUAGE.setOrClear(execution, conversation.language());
        SurveyProcess.LINE.setOrClear(
                execution, lines.find(conversation.line()).map(Line::display).orElse(null));
        SurveyProcess.SEGMENT.setOrClear(
                execution,
                customers
                        .standing(conversation.customer())
                        .map(Standing::segment)
                        .orElse(null));
    }
}
