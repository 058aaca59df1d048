package app.novelo.casework.internal;

import app.novelo.ai.Intent;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseSorting.NewCase;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Queues;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Cases that a person opens, of their own or split off from another. */
@Component
class HandOpenedCases {

    private final Turns turns;
    private final Cases cases;
    private final CaseRows rows;
    private final CurrentCase current;
    private final CaseLinks links;
    private final Conversations conversations;
    private final Queues queues;
    private final Processes processes;
    private final CaseEvents timeline;

    HandOpenedCases(
            Turns turns,
            Cases cases,
            CaseRows rows,
            CurrentCase current,
            CaseLinks links,
            Conversations conversations,
            Queues queues,
            Processes processes,
            CaseEvents timeline) {
        this.turns = turns;
        this.cases = cases;
        this.rows = rows;
        this.current = current;
        this.links = links;
        this.conversations = conversations;
        this.queues = queues;
        this.processes = processes;
        this.timeline = timeline;
    }

    String open(Caller caller, NewCase wanted, Consumer<String> named) {
        if (wanted.triageQueue() != null && queues.find(wanted.triageQueue()).isEmpty()) {
            throw new BadRequest("queue", "there is no queue \"" + wanted.triageQueue() + "\"");
        }
        if (wanted.intent() != null && Intent.of(wanted.intent()).isEmpty()) {
            throw new BadRequest("intent", "there is no intent \"" + wanted.intent() + "\"");
        }
        var id = wanted.conversation();
        return turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            var conversation = conversations.locked(id);
            if (conversation.imported() || conversation.isResolved() && conversation.caseNumber() == null) {
                throw new BadRequest("conversation", "has ended");
            }
            var working = caseOf(conversation).filter(file -> !file.isResolved());
            var number = open(conversation, working, wanted, named);
            conversations.giveTo(id, number, wanted.messages());
            timeline.add(number, CaseEvents.What.OPENED, new Act("byHand", wanted.note(), caller.id()), Map.of());
            working.ifPresent(file -> splitFrom(caller, number, file));
            return number;
        });
    }

    /** Who splits off something for another queue does not own it; what nothing was said of yet ends intake. */
    private String open(Conversation conversation, Optional<CaseFile> working, NewCase wanted, Consumer<String> named) {
        var id = conversation.id();
        if (wanted.intent() != null) {
            conversations.means(id, wanted.intent());
        }
        if (wanted.triageQueue() != null) {
            conversations.own(id, null);
        }
        var number = cases.open(wanted.kind(), id, wanted.triageQueue(), named);
        if (conversation.caseNumber() == null && conversation.processInstanceId() != null) {
            processes.cancel(conversation.processInstanceId(), "opened by hand");
        }
        working.map(CaseFile::number).flatMap(rows::find).ifPresent(current::turnTo);
        return number;
    }

    private void splitFrom(Caller caller, String number, CaseFile file) {
        links.add(number, file.number(), "split", caller.id());
        var act = new Act("split", null, caller.id());
        timeline.add(file.number(), CaseEvents.What.SPLIT, act, Map.of("to", number));
        timeline.add(number, CaseEvents.What.SPLIT, act, Map.of("from", file.number()));
    }

    private Optional<CaseFile> caseOf(Conversation conversation) {
        return Optional.ofNullable(conversation.caseNumber())
                .flatMap(rows::find)
                .filter(file -> file.closedAt() == null);
    }
}
