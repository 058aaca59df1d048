package app.novelo.casework.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Queues;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Processes;
import app.novelo.engine.Tasks;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Events;
import app.novelo.platform.NotFound;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes rows, conversation and the engine's tasks together. */
@Component
class StoredCaseActs implements CaseActs {

    private static final List<String> PRIORITIES = List.of("LOW", CaseFile.NORMAL, "HIGH", "URGENT");

    private final CaseRows rows;
    private final WorkItems work;
    private final Conversations conversations;
    private final OpenCases others;
    private final Queues queues;
    private final Processes processes;
    private final Tasks tasks;
    private final ServiceLevels serviceLevels;
    private final DecisionFacts facts;
    private final CaseEvents timeline;
    private final Events events;
    private final Clock clock;

    StoredCaseActs(
            CaseRows rows,
            WorkItems work,
            Conversations conversations,
            OpenCases others,
            Queues queues,
            Processes processes,
            Tasks tasks,
            ServiceLevels serviceLevels,
            DecisionFacts facts,
            CaseEvents timeline,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.work = work;
        this.conversations = conversations;
        this.others = others;
        this.queues = queues;
        this.processes = processes;
        this.tasks = tasks;
        this.serviceLevels = serviceLevels;
        this.facts = facts;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void assign(String number, @Nullable String agent, Act act) {
        var file = open(number);
        var open = work.openOf(number);
        if (Objects.equals(file.owner(), agent)
                && open.stream().allMatch(task -> Objects.equals(task.assignee(), agent))) {
            return;
        }
        var others = open.stream()
                .filter(task -> !Objects.equals(task.assignee(), agent))
                .toList();
        if (agent == null || others.isEmpty()) {
            own(file, agent); // else whoever is given a task becomes the owner with it
        }
        others.forEach(task -> tasks.assign(task.id(), agent, act.by()));
        timeline.add(number, CaseEvents.What.ASSIGNED, act, detail("from", file.owner(), "to", agent));
        tell("case.assigned", number, "owner", agent);
    }

    @Override
    public void moveToQueue(String number, String queue, Act act) {
        var file = open(number);
        if (queues.find(queue).isEmpty()) {
            throw new BadRequest("queue", "there is no queue \"" + queue + "\"");
        }
        if (file.queue().equals(queue) && file.owner() == null) {
            return;
        }
        own(file, null);
        rows.queued(number, queue, file.priority());
        ofConversation(file, conversation -> conversations.moveTo(conversation.id(), queue));
        processes.set(file.processInstanceId(), CaseProcess.QUEUE.of(queue));
        for (var task : work.openOf(number)) {
            tasks.moveTo(task.id(), queue, act.by());
        }
        timeline.add(number, CaseEvents.What.MOVED, act, detail("from", file.queue(), "to", queue));
        tell("case.moved", number, "queue", queue);
    }

    @Override
    public void prioritise(String number, String priority, Act act) {
        var file = open(number);
        if (!PRIORITIES.contains(priority)) {
            throw new BadRequest("priority", "one of " + String.join(", ", PRIORITIES));
        }
        if (file.priority().equals(priority)) {
            return;
        }
        rows.queued(number, file.queue(), priority);
        processes.set(file.processInstanceId(), CaseProcess.PRIORITY.of(priority));
        serviceLevels.prioritised(number, facts.of("", number), act.why(), clock.instant());
        timeline.add(number, CaseEvents.What.PRIORITISED, act, detail("from", file.priority(), "to", priority));
        tell("case.changed", number, "priority", priority);
    }

    @Override
    public void note(String number, Act act, Map<String, ?> detail) {
        timeline.add(open(number).number(), CaseEvents.What.NOTED, act, new HashMap<>(detail));
    }

    private CaseFile open(String number) {
        return rows.find(number)
                .filter(file -> file.closedAt() == null)
                .orElseThrow(() -> new NotFound("case " + number));
    }

    private void own(CaseFile file, @Nullable String agent) {
        rows.owned(file.number(), agent);
        ofConversation(file, conversation -> conversations.own(conversation.id(), agent));
    }

    /** One that is about another case now keeps that one's queue and owner. */
    private void ofConversation(CaseFile file, Consumer<Conversation> change) {
        Optional.ofNullable(file.conversation()).flatMap(conversations::find).ifPresent(conversation -> {
            if (file.number().equals(conversation.caseNumber())) {
                change.accept(conversation);
            } else {
                others.note(conversation.id());
            }
        });
    }

    private void tell(String type, String number, String name, @Nullable String value) {
        var data = new HashMap<String, Object>(Map.of("case", number));
        if (value != null) {
            data.put(name, value);
        }
        events.append(type, data);
    }

    private static Map<String, @Nullable Object> detail(
            String one, @Nullable Object before, String other, @Nullable Object after) {
        var detail = new HashMap<String, @Nullable Object>();
        detail.put(one, before);
        detail.put(other, after);
        return detail;
    }
}
