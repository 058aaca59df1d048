package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.CaseSorting;
import app.novelo.conversation.Conversations;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Processes;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each act in the conversation's turn, with a line in the timelines of both cases. */
@Component
class StoredCaseSorting implements CaseSorting {

    private final HandOpenedCases opened;
    private final CaseMerger merger;
    private final Turns turns;
    private final CaseRows rows;
    private final CaseLinks links;
    private final Holders holders;
    private final Conversations conversations;
    private final Processes processes;
    private final ServiceLevels serviceLevels;
    private final DecisionFacts facts;
    private final CaseEvents timeline;
    private final Clock clock;

    StoredCaseSorting(
            HandOpenedCases opened,
            CaseMerger merger,
            Turns turns,
            CaseRows rows,
            CaseLinks links,
            Holders holders,
            Conversations conversations,
            Processes processes,
            ServiceLevels serviceLevels,
            DecisionFacts facts,
            CaseEvents timeline,
            Clock clock) {
        this.opened = opened;
        this.merger = merger;
        this.turns = turns;
        this.rows = rows;
        this.links = links;
        this.holders = holders;
        this.conversations = conversations;
        this.processes = processes;
        this.serviceLevels = serviceLevels;
        this.facts = facts;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String open(Caller caller, NewCase wanted, Consumer<String> named) {
        return opened.open(caller, wanted, named);
    }

    /** The customer waits for an answer of the case that has his message now. */
    @Override
    public void give(Caller caller, CaseFile file, List<UUID> messages) {
        var conversation = file.conversation();
        if (conversation == null) {
            throw new BadRequest("messages", "the case has no conversation");
        }
        turns.inTurn(file.turn(), () -> {
            holders.mayAct(caller, file);
            var now = rows.requiredOpen(file.number());
            conversations.giveTo(conversation, now.number(), messages);
            timeline.add(
                    now.number(),
                    CaseEvents.What.GIVEN,
                    new Act("messages", null, caller.id()),
                    Map.of("count", messages.size()));
            if (now.isWaiting() || now.isResolved()) {
                processes.nudge(now.processInstanceId(), CaseProcess.resumed(now.kind()));
            }
            serviceLevels.customerWrote(now.number(), () -> facts.of("", now.number()), clock.instant());
        });
    }

    @Override
    public void merge(Caller caller, CaseFile file, CaseFile into, Act act) {
        merger.merge(caller, file, into, act);
    }

    @Override
    public void link(Caller caller, CaseFile file, CaseFile other) {
        if (file.number().equals(other.number())) {
            throw new BadRequest("case", "is the same case");
        }
        if (links.add(file.number(), other.number(), "related", caller.id())) {
            var act = new Act("related", null, caller.id());
            timeline.add(file.number(), CaseEvents.What.LINKED, act, Map.of("to", other.number()));
            timeline.add(other.number(), CaseEvents.What.LINKED, act, Map.of("to", file.number()));
        }
    }

    @Override
    public void unlink(Caller caller, CaseFile file, String other) {
        if (links.remove(file.number(), other)) {
            timeline.add(
                    file.number(),
                    CaseEvents.What.UNLINKED,
                    new Act("related", null, caller.id()),
                    Map.of("from", other));
        }
    }

    @Override
    public List<Link> links(Caller caller, String number) {
        return links.of(caller, number);
    }
}
