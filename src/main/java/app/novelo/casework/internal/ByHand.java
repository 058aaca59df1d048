package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Undriven;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Events;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The last resort: a process that code owns, with one user task, for what no model could take. */
@Component
class ByHand {

    private final Turns turns;
    private final Conversations conversations;
    private final Undriven undriven;
    private final Processes processes;
    private final Events events;

    ByHand(Turns turns, Conversations conversations, Undriven undriven, Processes processes, Events events) {
        this.turns = turns;
        this.conversations = conversations;
        this.undriven = undriven;
        this.processes = processes;
        this.events = events;
    }

    /** The messages stay in the thread; the instance that failed, if any, is left to be repaired in Cockpit. */
    void take(UUID id) {
        turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            if (!conversations.unhandled(id).isEmpty()) {
                start(id);
            }
        });
    }

    /** Within the turn of the conversation, or in the transaction that ends what followed it. */
    void start(UUID id) {
        var conversation = conversations.required(id);
        var instance = processes.startByKey(
                IntakeProcess.BY_HAND,
                id.toString(),
                CaseProcess.CONVERSATION.of(id.toString()),
                CaseProcess.QUEUE.of(conversation.queue()));
        conversations.follow(id, instance);
        conversations.markHandled(id, conversation.caseNumber());
        undriven.settle(id);
        events.append("work.by-hand", Map.of("conversation", id.toString()));
    }
}
