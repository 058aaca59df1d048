package app.novelo.casework.internal;

import app.novelo.casework.internal.ServiceLevelLines.Detail;
import app.novelo.casework.internal.VisibleClocks.Wish;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.Metric;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clocks, the first due first: managers see all, an agent those of the cases that he may see. */
@RestController
@RequestMapping("/api/v1/service-levels")
class ServiceLevelController {

    private static final String OPEN = "open";

    private final ServiceLevelLines lines;
    private final Reapplication reapplication;

    ServiceLevelController(ServiceLevelLines lines, Reapplication reapplication) {
        this.lines = lines;
        this.reapplication = reapplication;
    }

    /** @param state running, warned, paused, breached, met, met_late, cancelled; open is each of the first four */
    @GetMapping
    Page<ServiceLevelLine> list(
            @RequestParam(defaultValue = "running") String state,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return lines.list(
                Callers.current(),
                new Wish(state(state), metric(metric), dueBefore, queue, owner, after, Page.limit(limit)));
    }

    /** Every clock of a case with what happened to it, and why it is due when it is. */
    @GetMapping("/{caseNumber}")
    Page<Detail> one(@PathVariable String caseNumber) {
        return lines.explain(Callers.current(), caseNumber);
    }

    /** Asks the table again: for one case at once, for all open ones of a kind soon. */
    @PostMapping("/reapply")
    ResponseEntity<?> reapply(@RequestBody Whom whom) {
        Callers.managersOnly();
        var caller = Callers.current();
        if (whom.caseNumber != null && whom.kind == null) {
            reapplication.now(caller, lines.visible(caller, whom.caseNumber));
            return ResponseEntity.ok(lines.explain(caller, whom.caseNumber));
        }
        if (whom.kind == null || whom.caseNumber != null) {
            throw new BadRequest("kind", "either case or kind");
        }
        return ResponseEntity.accepted().body(new Accepted(reapplication.soon(caller, whom.kind)));
    }

    record Whom(@JsonProperty("case") @Nullable String caseNumber, @Nullable String kind) {}

    /** @param cases whose clocks will be asked for */
    record Accepted(int cases) {}

    private static @Nullable ClockState state(String name) {
        if (name.equalsIgnoreCase(OPEN)) {
            return null;
        }
        return Arrays.stream(ClockState.values())
                .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequest("state", "unknown state"));
    }

    private static @Nullable Metric metric(@Nullable String id) {
        try {
            return id == null ? null : Metric.of(id);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("metric", "firstResponse, nextResponse or resolution");
        }
    }
}
