package app.novelo.casework.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseCommand;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseTasks;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people do with the case of a conversation outside its form: each act completes or moves the case's task in their
 * name, within the conversation's turn, so that of two who act at once one wins and the other is told.
 */
@Component
class CaseDesk {

    private static final String TRANSFER = "transfer";

    private final Turns turns;
    private final Conversations conversations;
    private final Cases cases;
    private final CaseActs acts;
    private final CaseTasks work;
    private final Kinds kinds;
    private final Processes processes;
    private final Holders holders;
    private final Clock clock;

    CaseDesk(
            Turns turns,
            Conversations conversations,
            Cases cases,
            CaseActs acts,
            CaseTasks work,
            Kinds kinds,
            Processes processes,
            Holders holders,
            Clock clock) {
        this.turns = turns;
        this.conversations = conversations;
        this.cases = cases;
        this.acts = acts;
        this.work = work;
        this.kinds = kinds;
        this.processes = processes;
        this.holders = holders;
        this.clock = clock;
    }

    /** What no case has yet becomes a ticket of that queue. */
    void toQueue(Caller caller, Place place, String queue, @Nullable String note) {
        inTurn(place.conversation, found -> {
            var file = caseOf(found, place).orElseGet(() -> ticket(found, queue));
            holders.mayAct(caller, file);
            acts.moveToQueue(file.number(), queue, new Act(TRANSFER, note, caller.id()));
        });
    }

    void toAgent(Caller caller, Place place, String agent, @Nullable String note) {
        inTurn(place.conversation, found -> {
            var file = caseOf(found, place).orElseGet(() -> ticket(found, found.queue()));
            holders.mayAct(caller, file);
            acts.assign(file.number(), agent, new Act(TRANSFER, note, caller.id()));
        });
    }

    void order(Caller caller, Place place, CaseCommand command, @Nullable String note) {
        inTurn(place.conversation, found -> {
            var file = caseOf(found, place).orElse(null);
            if (file != null) {
                order(caller, file, command, note);
            } else if (command instanceof CaseCommand.Resolve) {
                end(found);
            } else {
                throw new NoCase();
            }
        });
    }

    private void order(Caller caller, CaseFile file, CaseCommand command, @Nullable String note) {
        holders.mayAct(caller, file);
        if (file.isResolved() && command instanceof CaseCommand.Resolve) {
            return;
        }
        work.complete(caller, file, element -> kinds.of(file.kind()).fields(element, command), note);
    }

    /** A conversation that is over is not taken up again by handing it on: the customer begins another one. */
    private CaseFile ticket(Conversation conversation, String queue) {
        if (conversation.isResolved()) {
            throw new NoCase();
        }
        var intake = conversation.processInstanceId();
        var number = cases.open("ticket", conversation.id(), queue);
        if (intake != null) {
            processes.cancel(intake, TRANSFER);
        }
        return cases.find(number).orElseThrow();
    }

    /** A greeting that nobody needs to follow up. */
    private void end(Conversation conversation) {
        var intake = conversation.processInstanceId();
        conversations.resolve(conversation.id(), clock.instant());
        if (intake != null) {
            processes.cancel(intake, "resolved");
        }
    }

    /** @throws BadRequest if the conversation has no such open case */
    private Optional<CaseFile> caseOf(Conversation conversation, Place place) {
        if (place.caseNumber == null) {
            return Optional.ofNullable(conversation.caseNumber())
                    .flatMap(cases::find)
                    .filter(file -> file.closedAt() == null);
        }
        return Optional.of(cases.find(place.caseNumber)
                .filter(file -> file.closedAt() == null && conversation.id().equals(file.conversation()))
                .orElseThrow(() -> new BadRequest("case", "is no open case of this conversation")));
    }

    /** @param caseNumber of the conversation's cases; null for its current one */
    record Place(UUID conversation, @Nullable String caseNumber) {}

    private void inTurn(UUID id, Consumer<Conversation> act) {
        turns.inTurn(Turn.ofConversation(id.toString()), () -> act.accept(conversations.locked(id)));
    }
}
