package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.CaseTasks;
import app.novelo.engine.Processes;
import app.novelo.engine.Tasks;
import app.novelo.engine.Var;
import app.novelo.platform.Caller;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes the engine's tasks, and keeps who did so. */
@Component
class WorkCompletion implements CaseTasks {

    private final Kinds kinds;
    private final WorkItems work;
    private final Holders holders;
    private final Processes processes;
    private final Tasks tasks;
    private final CaseEvents timeline;

    WorkCompletion(
            Kinds kinds, WorkItems work, Holders holders, Processes processes, Tasks tasks, CaseEvents timeline) {
        this.kinds = kinds;
        this.work = work;
        this.holders = holders;
        this.processes = processes;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    @Override
    public void complete(Caller caller, CaseFile file, Function<String, Var.Value[]> fields, @Nullable String note) {
        holders.mayAct(caller, file);
        var elements = kinds.of(file.kind()).workElements();
        Objects.requireNonNull(fields.apply(elements.get(0))); // what is said wrong is refused before anything moves
        if (work.openOf(file.number(), elements).isEmpty()) {
            processes.nudge(file.processInstanceId(), CaseProcess.resumed(file.kind()));
        }
        var task = work.openOf(file.number(), elements).orElseThrow(() -> new CaseNotWaiting(file.number()));
        if (task.assignee() == null) {
            tasks.claim(task.id(), caller.id());
        }
        if (note != null) {
            timeline.add(file.number(), CaseEvents.What.NOTED, new Act("note", note, caller.id()), Map.of());
        }
        tasks.complete(task.id(), caller.id(), fields.apply(task.element()));
    }
}
