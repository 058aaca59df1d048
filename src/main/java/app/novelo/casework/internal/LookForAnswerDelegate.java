package app.novelo.casework.internal;

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

    @Override
    public void execute(DelegateExecution execution) {
        var conversation = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        var answer = isOfACase(execution) ? noted(conversation, execution) : said(conversation, execution);
        AskCustomerProcess.ANSWERED.set(execution, answer.isPresent());
        answer.ifPresent(given -> {
            AskCustomerProcess.ANSWER_CHOICE.set(execution, given.choice());
            AskCustomerProcess.ANSWER_MESSAGE.set(execution, given.message().toString());
        });
    }

    /** A question is of whatever has asked it: a case, or a process that has none yet. */
    private boolean isOfACase(DelegateExecution execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey())
                .flatMap(cases::find)
                .isPresent();
    }

    /**
     * What overtakes the question, or the receipt of it, is not taken before the case has noted it as any reply: its clocks
     * begin, its words are understood and heard. Whoever notes it moves this step again.
     */
    private Optional<Questions.Answer> noted(UUID conversation, DelegateExecution execution) {
        return conversations.unhandled(conversation).isEmpty()
                ? questions.answer(conversation, execution.getProcessInstanceId())
                : Optional.empty();
    }

    /** Nobody else takes it: what he wrote while the question was on its way answers it as little as it can wait. */
    private Optional<Questions.Answer> said(UUID conversation, DelegateExecution execution) {
        var answer =
                questions.answer(conversation, execution.getProcessInstanceId()).or(() -> news(conversation));
        conversations.markHandled(conversation, null);
        return answer;
    }

    private Optional<Questions.Answer> news(UUID conversation) {
        return conversations.unhandled(conversation).stream()
                .filter(message -> !Questions.NO_ANSWER.contains(message.kind()))
                .findFirst()
                .map(message -> new Questions.Answer(message.id(), Questions.OTHER));
    }
}
