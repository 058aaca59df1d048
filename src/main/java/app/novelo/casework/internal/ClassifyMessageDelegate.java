package app.novelo.casework.internal;

import app.novelo.ai.LanguageModel;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.customer.Customers;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_classifyMessage} in {@code processes/casework/intake.bpmn}. Takes the messages over; what they mean was
 * understood just before, outside any transaction, and is offered to every decision.
 */
@Component
class ClassifyMessageDelegate implements JavaDelegate {

    private final Conversations conversations;
    private final Customers customers;
    private final LanguageModel model;
    private final IntakeSettings settings;

    ClassifyMessageDelegate(
            Conversations conversations, Customers customers, LanguageModel model, IntakeSettings settings) {
        this.conversations = conversations;
        this.customers = customers;
        this.model = model;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        conversations.markHandled(id, null);
        conversations.countTurn(id);
        var conversation = conversations.required(id);
        if (conversation.language() != null) {
            customers.learnLanguage(conversation.customer(), conversation.language());
        }
        boolean unsure = conversation.confidence() == null || conversation.confidence() < settings.gate();
        boolean content = "content".equals(conversation.gesture());
        IntakeProcess.ASK_MODEL.set(execution, unsure && content && model.isConfigured());
    }
}
