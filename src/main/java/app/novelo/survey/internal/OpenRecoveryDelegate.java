package app.novelo.survey.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_openRecovery}: a ticket of its own for whoever was not served well, with the score in its timeline. A
 * second low score of the same survey is noted in the one that is open.
 */
@Component
class OpenRecoveryDelegate implements JavaDelegate {

    private static final String TICKET = "ticket";
    private static final Act LOW_SCORE = Act.rule("lowScore");

    private final Turns turns;
    private final SurveyRows surveys;
    private final Cases cases;
    private final CaseActs acts;
    private final Conversations conversations;

    OpenRecoveryDelegate(Turns turns, SurveyRows surveys, Cases cases, CaseActs acts, Conversations conversations) {
        this.turns = turns;
        this.surveys = surveys;
        this.cases = cases;
        this.acts = acts;
        this.conversations = conversations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var conversation = CaseProcess.CONVERSATION.in(execution);
        turns.join(Turn.ofConversation(conversation));
        var survey = surveys.find(execution.getProcessBusinessKey()).orElseThrow();
        var ticket = open(survey.recoveryCase())
                .orElseGet(() -> opened(
                        survey,
                        UUID.fromString(conversation),
                        SurveyProcess.RECOVERY_QUEUE.find(execution),
                        CaseProcess.PRIORITY.find(execution)));
        note(survey, ticket);
    }

    private Optional<String> open(@Nullable String number) {
        return Optional.ofNullable(number)
                .flatMap(cases::find)
                .filter(file -> file.closedAt() == null)
                .map(CaseFile::number);
    }

    private String opened(Survey survey, UUID conversation, @Nullable String queue, @Nullable String priority) {
        var ticket = cases.openBeside(TICKET, conversation, queue, number -> surveys.recovers(survey.number(), number));
        if (priority != null) {
            acts.prioritise(ticket, priority, LOW_SCORE);
        }
        if (ticket.equals(conversations.required(conversation).caseNumber())) {
            conversations.goesOn(conversation); // it rested when his score had been taken
        }
        return ticket;
    }

    private void note(Survey survey, String ticket) {
        var detail = new HashMap<String, Object>();
        detail.put("survey", survey.number());
        detail.put("kind", survey.kind().id());
        detail.put("score", Objects.requireNonNull(survey.score()));
        if (survey.caseNumber() != null) {
            detail.put("after", survey.caseNumber());
        }
        acts.note(ticket, new Act(LOW_SCORE.why(), survey.comment(), null), detail);
    }
}
