package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Tasks;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.platform.Events;
import app.novelo.servicelevel.ServiceLevelObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoredCases implements Cases, ServiceLevelObserver {

    private final CaseRows rows;
    private final WorkItems work;
    private final OpenCases open;
    private final Conversations conversations;
    private final CurrentCase current;
    private final Kinds kinds;
    private final Processes processes;
    private final Tasks tasks;
    private final Turns turns;
    private final Events events;
    private final Clock clock;

    StoredCases(
            CaseRows rows,
            WorkItems work,
            OpenCases open,
            Conversations conversations,
            CurrentCase current,
            Kinds kinds,
            Processes processes,
            Tasks tasks,
            Turns turns,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.work = work;
        this.open = open;
        this.conversations = conversations;
        this.current = current;
        this.kinds = kinds;
        this.processes = processes;
        this.tasks = tasks;
        this.turns = turns;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String open(String kind, UUID conversation, @Nullable String triageQueue, Consumer<String> named) {
        var number = kinds.of(kind).nextNumber(clock.instant());
        named.accept(number);
        var variables = new ArrayList<Var.Value>();
        variables.add(CaseProcess.CONVERSATION.of(conversation.toString()));
        if (triageQueue != null) {
            variables.add(CaseProcess.TRIAGE_QUEUE.of(triageQueue));
        }
        var before = conversations.required(conversation);
        processes.startByMessage(kind + ".requested", number, variables.toArray(Var.Value[]::new));
        if (before.caseNumber() != null
                || before.others().anybody()
                || !kinds.of(kind).hasMessages()) {
            open.note(conversation);
        }
        return number;
    }

    @Override
    public String openBeside(String kind, UUID conversation, @Nullable String triageQueue, Consumer<String> named) {
        var present = conversations.required(conversation).caseNumber();
        var number = open(kind, conversation, triageQueue, named);
        Optional.ofNullable(present)
                .flatMap(rows::find)
                .filter(file -> file.closedAt() == null && !file.isResolved())
                .ifPresent(current::turnTo);
        return number;
    }

    @Override
    public void register(CaseFile file) {
        rows.insert(file);
        events.append("case.opened", Map.of("case", file.number(), "kind", file.kind()));
    }

    @Override
    public void queued(String number, String queue, String priority) {
        rows.queued(number, queue, priority);
    }

    @Override
    public void close(String number, Instant at) {
        rows.close(number, at);
        events.append("case.closed", Map.of("case", number));
    }

    @Override
    public List<UUID> customersServedSince(Instant moment, int most) {
        return rows.servedSince(moment, most);
    }

    @Override
    public void due(String number, @Nullable Instant dueAt) {
        changed(number, dueAt);
    }

    @Override
    public Optional<CaseFile> find(String number) {
        return rows.find(number);
    }

    @Override
    public boolean anyOpen(UUID customer) {
        return rows.openKinds(customer).stream().anyMatch(kinds::hasMessages);
    }

    @Override
    public Map<String, CaseFile> find(Collection<String> numbers) {
        return rows.find(numbers).stream().collect(Collectors.toMap(CaseFile::number, file -> file));
    }

    @Override
    public void settling(String caseNumber) {
        rows.find(caseNumber).map(CaseFile::turn).ifPresent(turns::join);
    }

    /** The case and its tasks are due when the first open clock is. */
    @Override
    public void changed(String caseNumber, @Nullable Instant nextDue) {
        rows.due(caseNumber, nextDue);
        work.dueOtherwise(caseNumber, nextDue).forEach(task -> tasks.due(task, nextDue));
    }
}
