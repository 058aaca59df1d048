package app.novelo.casework.internal;

import app.novelo.ai.LanguageModel;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
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
    private final LanguageModel model;
    private final IntakeSettings settings;

    ClassifyMessageDelegate(Conversations conversations, LanguageModel model, IntakeSettings settings) {
        this.conversations = conversations;
        this.model = model;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        conversations.markHandled(id, null);
        conversations.countTurn(id);
        var conversation = conversations.required(id);
        boolean unsure = conversation.confidence() == null || conversation.confidence() < settings.gate();
        boolean content = "content".equals(conversation.gesture());
        IntakeProcess.ASK_MODEL.set(execution, unsure && content && model.isConfigured());
    }
}
