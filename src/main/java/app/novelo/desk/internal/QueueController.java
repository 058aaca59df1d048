package app.novelo.desk.internal;

import app.novelo.desk.Queue;
import app.novelo.desk.Workload;
import app.novelo.desk.Workload.Waiting;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The queues by name: whoever is logged in may know them, to hand work over. Managers make and change them. */
@RestController
@RequestMapping("/api/v1/queues")
class QueueController {

    private final StoredQueues queues;
    private final QueueEdit edit;
    private final AgentViews agents;
    private final Workload workload;

    QueueController(StoredQueues queues, QueueEdit edit, AgentViews agents, Workload workload) {
        this.queues = queues;
        this.edit = edit;
        this.agents = agents;
        this.workload = workload;
    }

    /** @param all for managers: also those that are not in use any more */
    @GetMapping
    Page<Queue> list(@RequestParam(defaultValue = "false") boolean all) {
        return new Page<>(all && Callers.current().isManager() ? queues.everyNow() : queues.all(), null);
    }

    /** For managers and its members. */
    @GetMapping("/{id}")
    Detail one(@PathVariable String id) {
        var caller = Callers.current();
        var found = queues.everyNow().stream()
                .filter(queue -> queue.id().equals(id))
                .filter(queue -> caller.isManager() || caller.isIn(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("queue " + id));
        return detail(found);
    }

    private Detail detail(Queue queue) {
        var members = agents.all(false).stream()
                .filter(agent -> agent.queues().contains(queue.id()))
                .toList();
        var waiting = workload.ofQueues().getOrDefault(queue.id(), new Waiting(0, 0));
        int present = (int) members.stream().filter(AgentView::takesWork).count();
        return new Detail(queue, members, waiting.unassigned(), waiting.assigned(), present);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Queue add(@RequestBody ObjectNode wish) {
        Callers.managersOnly();
        return edit.add(wish);
    }

    @PutMapping("/{id}")
    Queue change(@PathVariable String id, @RequestBody ObjectNode wish) {
        Callers.managersOnly();
        return edit.change(id, wish);
    }

    /**
     * @param unassigned tasks that nobody has
     * @param assigned tasks that somebody works on
     * @param present members who may be given work now
     */
    record Detail(@JsonUnwrapped Queue queue, List<AgentView> members, int unassigned, int assigned, int present) {}
}
