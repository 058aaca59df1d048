package app.novelo.casework.internal;

import app.novelo.casework.internal.WorkView.Detail;
import app.novelo.casework.internal.WorkView.Why;
import app.novelo.conversation.Undriven;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.platform.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done, and what no process could take. */
@RestController
@RequestMapping("/api/v1/work")
class WorkController {

    private final WorkList list;
    private final WorkViews views;
    private final DecisionList decisions;
    private final Undriven undriven;
    private final UserDirectory users;
    private final Clock clock;

    WorkController(
            WorkList list,
            WorkViews views,
            DecisionList decisions,
            Undriven undriven,
            UserDirectory users,
            Clock clock) {
        this.list = list;
        this.views = views;
        this.decisions = decisions;
        this.undriven = undriven;
        this.users = users;
        this.clock = clock;
    }

    /**
     * @param task only these of the view, for a screen that shows them already
     * @param conversation only those of these conversations
     */
    @GetMapping
    Page<WorkView> list(
            @RequestParam(defaultValue = "queues") String view,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") List<UUID> conversation,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit);
        var only = new WorkList.Only(task, conversation);
        var page = Page.of(list.find(Callers.current(), view, only, after, most + 1), most, WorkList::cursor);
        return new Page<>(views.of(page.items()), page.next());
    }

    /** One task with the decisions that brought it here. */
    @GetMapping("/tasks/{taskId}")
    Detail one(@PathVariable String taskId) {
        var item = list.one(Callers.current(), taskId).orElseThrow(() -> new NotFound("task " + taskId));
        var keys = new ArrayList<String>();
        if (item.caseNumber() != null) {
            keys.add(item.caseNumber());
        }
        if (item.conversation() != null) {
            keys.add(item.conversation().toString());
        }
        List<Why> why = decisions.of(keys);
        return new Detail(views.of(List.of(item)).get(0), name(item.assignee()), why, clock.instant());
    }

    private @Nullable String name(@Nullable String user) {
        return user == null ? null : users.find(user).map(Caller::name).orElse(user);
    }

    /** Conversations whose messages no process could take, and those that people hold by hand for that; for managers. */
    @GetMapping("/without-process")
    Page<WithoutProcess> withoutProcess() {
        Callers.managersOnly();
        var failing = undriven.stuck(1).stream()
                .map(stuck -> new WithoutProcess(stuck.conversation(), stuck.attempts(), stuck.since(), null));
        return new Page<>(Stream.concat(failing, list.byHand().stream()).toList(), null);
    }

    /**
     * @param attempts how often a process has failed to take it
     * @param task of the person who handles it; null while processes are still tried
     */
    record WithoutProcess(UUID conversation, int attempts, Instant since, @Nullable String task) {}
}
