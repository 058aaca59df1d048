package app.novelo.casework.internal;

import app.novelo.ai.Intent;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseCourse;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseKind;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.CaseSorting;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Queues;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each act in the conversation's turn, with a line in the timelines of both cases. */
@Component
class StoredCaseSorting implements CaseSorting {

    private final Turns turns;
    private final Cases cases;
    private final List<CaseKind> kinds;
    private final CaseRows rows;
    private final CaseCourse course;
    private final CurrentCase current;
    private final CaseLinks links;
    private final Holders holders;
    private final Conversations conversations;
    private final Queues queues;
    private final Processes processes;
    private final ServiceLevels serviceLevels;
    private final DecisionFacts facts;
    private final CaseEvents timeline;
    private final Clock clock;

    StoredCaseSorting(
            Turns turns,
            Cases cases,
            List<CaseKind> kinds,
            CaseRows rows,
            CaseCourse course,
            CurrentCase current,
            CaseLinks links,
            Holders holders,
            Conversations conversations,
            Queues queues,
            Processes processes,
            ServiceLevels serviceLevels,
            DecisionFacts facts,
            CaseEvents timeline,
            Clock clock) {
        this.turns = turns;
        this.cases = cases;
        this.kinds = kinds;
        this.rows = rows;
        this.course = course;
        this.current = current;
        this.links = links;
        this.holders = holders;
        this.conversations = conversations;
        this.queues = queues;
        this.processes = processes;
        this.serviceLevels = serviceLevels;
        this.facts = facts;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String open(
            Caller caller,
            String kind,
            UUID conversation,
            @Nullable String triageQueue,
            @Nullable String intent,
            List<UUID> messages,
            @Nullable String note) {
        if (triageQueue != null && queues.find(triageQueue).isEmpty()) {
            throw new BadRequest("queue", "there is no queue \"" + triageQueue + "\"");
        }
        if (intent != null && Intent.of(intent).isEmpty()) {
            throw new BadRequest("intent", "there is no intent \"" + intent + "\"");
        }
        return turns.inTurn(Turn.ofConversation(conversation.toString()), () -> {
            var found = conversations.locked(conversation);
            if (found.imported() || found.isResolved() && found.caseNumber() == null) {
                throw new BadRequest("conversation", "has ended");
            }
            var working = caseOf(found).filter(file -> !file.isResolved());
            var number = open(found, working, kind, triageQueue, intent);
            move(conversation, number, messages);
            timeline.add(number, CaseEvents.What.OPENED, new Act("byHand", note, caller.id()), Map.of());
            working.ifPresent(file -> splitFrom(caller, number, file));
            return number;
        });
    }

    /** Who splits off something for another queue does not own it; what nothing was said of yet ends intake. */
    private String open(
            Conversation conversation,
            Optional<CaseFile> working,
            String kind,
            @Nullable String queue,
            @Nullable String intent) {
        var id = conversation.id();
        if (intent != null) {
            conversations.means(id, intent);
        }
        if (queue != null) {
            conversations.own(id, null);
        }
        var number = cases.open(kind, id, queue);
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

    private void move(UUID conversation, String number, List<UUID> messages) {
        if (conversations.giveTo(conversation, number, messages) != messages.size()) {
            throw new BadRequest("messages", "one of them is none of this conversation");
        }
    }

    /** The customer waits for an answer of the case that has his message now. */
    @Override
    public void give(Caller caller, CaseFile file, List<UUID> messages) {
        turns.inTurn(file.turn(), () -> {
            holders.mayAct(caller, file);
            var now = open(file);
            move(conversation(now), now.number(), messages);
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
        if (file.number().equals(into.number())) {
            throw new BadRequest("into", "is the same case");
        }
        if (file.conversation() == null || !file.conversation().equals(into.conversation())) {
            throw new BadRequest("into", "belongs to another conversation: link them");
        }
        turns.inTurn(file.turn(), () -> {
            var from = open(file);
            var to = open(into);
            holders.mayAct(caller, from);
            var id = conversation(from);
            conversations.giveAll(id, from.number(), to.number());
            if (from.number().equals(conversations.required(id).caseNumber())) {
                current.turnTo(to);
            }
            links.add(from.number(), to.number(), "merged", caller.id());
            timeline.add(from.number(), CaseEvents.What.MERGED, act, Map.of("into", to.number()));
            timeline.add(to.number(), CaseEvents.What.MERGED, act, Map.of("from", from.number()));
            serviceLevels.cancelled(from.number(), "merged", clock.instant()); // nothing was kept, nothing broken
            course.close(from.number(), "merged");
            processes.cancel(from.processInstanceId(), "merged");
            kinds.stream().filter(kind -> kind.kind().equals(from.kind())).forEach(kind -> kind.merged(from.number()));
        });
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

    private Optional<CaseFile> caseOf(Conversation conversation) {
        return Optional.ofNullable(conversation.caseNumber())
                .flatMap(rows::find)
                .filter(file -> file.closedAt() == null);
    }

    private CaseFile open(CaseFile file) {
        return rows.find(file.number())
                .filter(found -> found.closedAt() == null)
                .orElseThrow(() -> new CaseNotWaiting(file.number()));
    }

    private static UUID conversation(CaseFile file) {
        if (file.conversation() == null) {
            throw new BadRequest("messages", "the case has no conversation");
        }
        return file.conversation();
    }
}
