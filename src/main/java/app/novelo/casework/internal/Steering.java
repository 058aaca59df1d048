package app.novelo.casework.internal;

import app.novelo.ai.Understanding;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.CustomerWords;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Undriven;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One push, in the conversation's turn: nudges what follows the conversation, or starts intake. */
@Component
class Steering {

    /** A process that is busy with an outside call takes the messages a little later. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Turns turns;
    private final Conversations conversations;
    private final Undriven undriven;
    private final Processes processes;
    private final Aside aside;
    private final SeveralCases several;
    private final List<CustomerWords> words;
    private final Escalations escalations;

    Steering(
            Turns turns,
            Conversations conversations,
            Undriven undriven,
            Processes processes,
            Aside aside,
            SeveralCases several,
            List<CustomerWords> words,
            Escalations escalations) {
        this.turns = turns;
        this.conversations = conversations;
        this.undriven = undriven;
        this.processes = processes;
        this.aside = aside;
        this.several = several;
        this.words = words;
        this.escalations = escalations;
    }

    /** @return false if the customer has said more meanwhile, or something else: it must be understood together */
    boolean steer(UUID id, Said said) {
        return turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            var conversation = conversations.locked(id);
            if (!conversations.unhandled(id).equals(said.messages())) {
                return false;
            }
            if (said.understanding() != null) {
                var taken = aside.take(conversation, said.understanding(), said.messages());
                if (!taken.isEmpty()) {
                    return taken.size() == said.messages().size() && isSettled(id);
                }
                conversations.understood(id, said.understanding(), said.ids());
                push(conversation, said);
                tell(id, said, said.understanding());
                escalations.listen(conversation, said.understanding(), () -> conversations
                        .required(id)
                        .caseNumber());
            }
            return isSettled(id);
        });
    }

    private boolean isSettled(UUID id) {
        if (!undriven.settle(id)) {
            undriven.postpone(id, SOON);
        }
        return true;
    }

    private void tell(UUID id, Said said, Understanding understanding) {
        var now = conversations.required(id);
        words.forEach(listener -> listener.said(now, understanding, said.messages()));
    }

    /** Where several of his cases are open it is found out first which he means. */
    private void push(Conversation conversation, Said said) {
        if (!conversation.others().areThere()) {
            follow(conversation);
        } else if (!several.asks(conversation, said)) {
            follow(conversations.required(conversation.id()));
        }
    }

    private void follow(Conversation conversation) {
        var following = conversation.processInstanceId();
        if (following != null && processes.nudge(following, IntakeProcess.CUSTOMER_REPLIED)) {
            return;
        }
        if (following != null && processes.isRunning(following)) {
            throw new NobodyListens(conversation.id());
        }
        startIntake(conversation);
    }

    /** An instance that ended within its first step must already have handed the conversation on. */
    private void startIntake(Conversation conversation) {
        var key = conversation.id().toString();
        var instance = processes.startByMessage(IntakeProcess.OPENED, key, CaseProcess.CONVERSATION.of(key));
        var now = conversations.required(conversation.id());
        if (now.caseNumber() != null || now.isResolved()) {
            return;
        }
        if (!processes.isRunning(instance)) {
            throw new NobodyTook(conversation.id());
        }
        conversations.follow(conversation.id(), instance);
    }
}
