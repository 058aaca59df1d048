package app.novelo.desk.internal;

import app.novelo.engine.People;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People: whoever is logged in sees who works in queues; managers see all of everybody. */
@RestController
@RequestMapping("/api/v1/agents")
class AgentController {

    private final AgentViews views;
    private final AgentEdit edit;

    AgentController(AgentViews views, AgentEdit edit) {
        this.views = views;
        this.edit = edit;
    }

    /**
     * @param everybody for managers: also who is in no queue
     * @param left for managers: those who have left, and nobody else
     */
    @GetMapping
    Page<AgentView> list(
            @RequestParam(defaultValue = "false") boolean everybody,
            @RequestParam(defaultValue = "false") boolean left) {
        boolean manager = Callers.current().isManager();
        if (left) {
            return new Page<>(manager ? views.others(Set.of(People.FORMER)) : List.of(), null);
        }
        var others = manager && everybody ? views.others(AgentRoles.ALL) : List.<AgentView>of();
        var all = Stream.concat(views.all(manager).stream(), others.stream())
                .sorted(Comparator.comparing(AgentView::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new Page<>(all, null);
    }

    @GetMapping("/{id}")
    AgentView one(@PathVariable String id) {
        return view(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AgentView add(@RequestBody ObjectNode wish) {
        ForAdministrators.check();
        return view(edit.add(wish));
    }

    @PatchMapping("/{id}")
    AgentView change(@PathVariable String id, @RequestBody ObjectNode change) {
        Callers.managersOnly();
        edit.change(id, change, Callers.current().isAdministrator());
        return view(id);
    }

    private AgentView view(String id) {
        return views.find(id, Callers.current().isManager()).orElseThrow(() -> new NotFound("agent " + id));
    }
}
