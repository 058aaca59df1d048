package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Questions;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_lookForAnswer} in {@code processes/casework/ask-customer.bpmn}: whether the customer has answered,
 * which of the offered answers it is, and in which message.
 */
@Component
class LookForAnswerDelegate implements JavaDelegate {

    private final Conversations conversations;
    private final Questions questions;
    private final CaseRows cases;

    LookForAnswerDelegate(Conversations conversations, Questions questions, CaseRows cases) {
        this.conversations = conversations;
        this.questions = questions;
        this.cases = cases;
    }

    /** A question is of whatever has asked it: a case, or a process that has none yet. */
    private Optional<String> caseOf(DelegateExecution execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey())
                .flatMap(cases::find)
                .map(CaseFile::number);
    }

    @Override
    public void execute(DelegateExecution execution) {
        var conversation = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        var answer =
                questions.answer(conversation, execution.getProcessInstanceId()).or(() -> news(conversation));
        AskCustomerProcess.ANSWERED.set(execution, answer.isPresent());
        answer.ifPresent(given -> {
            AskCustomerProcess.ANSWER_CHOICE.set(execution, given.choice());
            AskCustomerProcess.ANSWER_MESSAGE.set(execution, given.message().toString());
        });
        conversations.markHandled(conversation, caseOf(execution).orElse(null));
    }

    /** What he wrote while the question was on its way answers it as little as it can wait. */
    private Optional<Questions.Answer> news(UUID conversation) {
        return conversations.unhandled(conversation).stream()
                .filter(message -> !Questions.NO_ANSWER.contains(message.kind()))
                .findFirst()
                .map(message -> new Questions.Answer(message.id(), Questions.OTHER));
    }
}
