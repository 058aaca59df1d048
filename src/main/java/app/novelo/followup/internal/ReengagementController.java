package app.novelo.followup.internal;

import app.novelo.followup.internal.Reengagement.State;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens to customers elsewhere, and what becomes of it; for managers, and for programs that log in as one. */
@RestController
@RequestMapping("/api/v1/automations")
class ReengagementController {

    private final ReengagementRequest reader;
    private final ReengagementRows rows;
    private final ReengagementDesk desk;

    ReengagementController(ReengagementRequest reader, ReengagementRows rows, ReengagementDesk desk) {
        this.reader = reader;
        this.rows = rows;
        this.desk = desk;
    }

    /** The same event of the same subject a second time: what was decided the first time. */
    @PostMapping("/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Automation tell(@RequestBody ObjectNode told) {
        Callers.managersOnly();
        var event = reader.read(told);
        rows.insert(List.of(event));
        var taken = rows.find(event.name(), event.subject()).orElseThrow();
        if (taken.state() == State.PENDING) {
            desk.decide(taken.number());
        }
        return view(rows.find(taken.number()).orElse(taken));
    }

    /** Newest first. */
    @GetMapping
    Page<Automation> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Callers.managersOnly();
        int most = Page.limit(limit);
        var found = rows.list(state(state), event, customer, before(after), most + 1);
        var page = Page.of(found, most, row -> String.valueOf(row.id()));
        return new Page<>(
                page.items().stream().map(ReengagementController::view).toList(), page.next());
    }

    @GetMapping("/{number}")
    Automation one(@PathVariable String number) {
        Callers.managersOnly();
        return view(required(number));
    }

    private Reengagement required(String number) {
        return rows.find(number).orElseThrow(() -> new NotFound("automation " + number));
    }

    /** What failed is tried at once, as when the table was put right. */
    @PostMapping("/{number}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Automation retry(@PathVariable String number) {
        Callers.managersOnly();
        var failed = required(number);
        desk.decide(failed.number());
        return view(rows.find(number).orElse(failed));
    }

    private static @Nullable State state(@Nullable String asked) {
        try {
            return asked == null ? null : State.valueOf(asked.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("state", "one of pending, failed, decided, running, ended");
        }
    }

    private static long before(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw Page.notOurs();
        }
    }

    private static Automation view(Reengagement row) {
        boolean started = row.state() == State.RUNNING || row.state() == State.ENDED;
        return new Automation(
                row.number(),
                row.event().name(),
                row.event().subject(),
                row.customer(),
                row.state(),
                row.action(),
                started ? row.action() : null,
                row.why(),
                row.outcome(),
                row.reason(),
                row.state() == State.RUNNING ? row.wakeAt() : null,
                row.event().dueAt(),
                row.event().at(),
                row.processInstanceId(),
                row.problem());
    }

    /**
     * An event and what became of it, as {@code docs/http-api.md} shows it.
     *
     * @param process that was started; null if none was
     * @param why what the rule of the table says of itself
     * @param nextAt when the process looks next whether it is still wanted
     */
    record Automation(
            String number,
            String event,
            String subject,
            UUID customer,
            State state,
            @Nullable String action,
            @Nullable String process,
            @Nullable String why,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Instant nextAt,
            @Nullable Instant dueAt,
            Instant at,
            @Nullable String processInstanceId,
            @Nullable String problem) {}
}
