package app.novelo.casework.internal;

import app.novelo.ai.Gesture;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.PhoneApp;
import app.novelo.conversation.Speaker;
import app.novelo.engine.Processes;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.Objects;
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

    private final CaseRows cases;
    private final Kinds kinds;
    private final OpenCases open;
    private final Aside aside;
    private final Conversations conversations;
    private final ServiceLevels serviceLevels;
    private final PhoneApp phone;
    private final Processes processes;
    private final KnownFacts facts;
    private final IntakeSettings settings;
    private final Clock clock;

    NoteReplyDelegate(
            CaseRows cases,
            Kinds kinds,
            OpenCases open,
            Aside aside,
            Conversations conversations,
            ServiceLevels serviceLevels,
            PhoneApp phone,
            Processes processes,
            KnownFacts facts,
            IntakeSettings settings,
            Clock clock) {
        this.cases = cases;
        this.kinds = kinds;
        this.open = open;
        this.aside = aside;
        this.conversations = conversations;
        this.serviceLevels = serviceLevels;
        this.phone = phone;
        this.processes = processes;
        this.facts = facts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var id = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        var file = cases.required(number);
        var conversation = conversations.required(id);
        var awaited = processes.awaited(execution.getProcessInstanceId());
        if (!awaited.contains(IntakeProcess.RESUMED) && isAnotherWish(file, conversation)) {
            conversations.leaveCase(id); // and intake takes the message
            open.note(id);
            return;
        }
        conversations.markHandled(id, number);
        if (needsResponse(conversation)) {
            respond(execution, file, conversation, awaited);
        } else {
            aside.leave(file, conversation); // a thank you neither opens a resolved case again nor ends a wait
        }
        if (awaited.contains(IntakeProcess.RESUMED)) { // a question may wait for it
            processes.nudgeCalled(execution.getProcessInstanceId(), IntakeProcess.RESUMED);
        }
    }

    /** Whoever awaits an answer has had none on the phone either. */
    private boolean needsResponse(Conversation conversation) {
        var gesture = conversation.gesture();
        return (gesture == null || !NEEDS_NO_RESPONSE.contains(gesture))
                && (conversation.awaitsAnswer() || !phone.hadTheLastWord(conversation.id()));
    }

    /**
     * Not the answer to a question, understood, and not what the resolved case was about, or no business of an open one with which nobody is busy just now.
     * What is unclear belongs to it, and what quotes it.
     */
    private boolean isAnotherWish(CaseFile file, Conversation conversation) {
        var intent = conversation.intent();
        if (intent == null || Objects.equals(file.intent(), intent)) {
            return false;
        }
        boolean elsewhere = file.isResolved()
                || conversation.speaker() != Speaker.AGENT
                        && !kinds.of(file.kind()).concerns(intent);
        return elsewhere
                && RightCase.isClear(conversation, settings.gate())
                && conversations.unhandled(conversation.id()).stream()
                        .noneMatch(message -> file.number().equals(message.quotedCase()));
    }

    /** The clocks of an open case first: the task that comes again is due by them. A resolved one begins its own. */
    private void respond(DelegateExecution execution, CaseFile file, Conversation conversation, Set<String> awaited) {
        if (file.isResolved()) {
            goOn(execution, file, awaited);
        }
        serviceLevels.customerWrote(file.number(), () -> facts.of(file, conversation), clock.instant());
        if (!file.isResolved()) {
            goOn(execution, file, awaited);
        }
    }

    /** A case that waits for him, or rests, is worked on again. */
    private void goOn(DelegateExecution execution, CaseFile file, Set<String> awaited) {
        var instance = execution.getProcessInstanceId();
        var resumed = CaseProcess.resumed(file.kind());
        boolean gone = awaited.contains(resumed) && processes.nudge(instance, resumed);
        if (!gone && file.isWaiting()) {
            processes.set(instance, CaseProcess.REPLIED.of(true));
        }
    }
}
