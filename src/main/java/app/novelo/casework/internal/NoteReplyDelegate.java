package app.novelo.casework.internal;

import app.novelo.ai.Gesture;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.PhoneApp;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Processes;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_noteReply} in every kind of case: its messages belong to the case, and a response is awaited, unless
 * they are nothing but thanks, an "ok", a reaction, a sticker or the wish
 * to be written to no more, which was heeded, or somebody has answered them on the phone.
 */
@Component
class NoteReplyDelegate implements JavaDelegate {

    private static final Set<String> NEEDS_NO_RESPONSE = Stream.of(
                    Gesture.THANKS, Gesture.ACKNOWLEDGEMENT, Gesture.REACTION, Gesture.STICKER, Gesture.OPT_OUT)
            .map(Gesture::id)
            .collect(Collectors.toUnmodifiableSet());

    private final Conversations conversations;
    private final ServiceLevels serviceLevels;
    private final PhoneApp phone;
    private final Processes processes;
    private final DecisionFacts facts;
    private final Clock clock;

    NoteReplyDelegate(
            Conversations conversations,
            ServiceLevels serviceLevels,
            PhoneApp phone,
            Processes processes,
            DecisionFacts facts,
            Clock clock) {
        this.conversations = conversations;
        this.serviceLevels = serviceLevels;
        this.phone = phone;
        this.processes = processes;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var id = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        conversations.markHandled(id, number);
        var gesture = conversations.required(id).gesture();
        if ((gesture == null || !NEEDS_NO_RESPONSE.contains(gesture)) && !phone.hadTheLastWord(id)) {
            serviceLevels.customerWrote(number, () -> facts.of("", number), clock.instant());
        }
        processes.nudgeCalled(execution.getProcessInstanceId(), IntakeProcess.RESUMED); // a question may wait for it
    }
}
