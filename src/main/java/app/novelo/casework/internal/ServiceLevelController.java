package app.novelo.casework.internal;

import app.novelo.casework.internal.ServiceLevelLines.Detail;
import app.novelo.casework.internal.VisibleClocks.Wish;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.Cursor;
import app.novelo.platform.Page;
import app.novelo.servicelevel.ClockCount;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.HeldBy;
import app.novelo.servicelevel.LateQuery;
import app.novelo.servicelevel.Metric;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private static final Set<ClockState> TICKING = EnumSet.of(ClockState.RUNNING, ClockState.WARNED);

    /** Names that stand for several states. */
    private static final Map<String, Set<ClockState>> TOGETHER =
            Map.of("open", EnumSet.range(ClockState.RUNNING, ClockState.BREACHED), "ticking", TICKING);

    /** Of what is about to breach; a manager can still do something within it. */
    private static final Duration SOON = Duration.ofHours(1);

    private final ServiceLevelLines lines;
    private final Reapplication reapplication;
    private final Clock clock;

    ServiceLevelController(ServiceLevelLines lines, Reapplication reapplication, Clock clock) {
        this.lines = lines;
        this.reapplication = reapplication;
        this.clock = clock;
    }

    /**
     * @param state running, warned, paused, breached, met, met_late, cancelled; open is each of the first four, ticking each of
     *     the first two
     */
    @GetMapping
    Page<ServiceLevelLine> list(
            @RequestParam(defaultValue = "running") String state,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean unowned,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return lines.list(
                Callers.current(),
                new Wish(
                        states(state),
                        metric(metric),
                        dueBefore == null ? null : moment("dueBefore", dueBefore),
                        held(queue, owner, unowned),
                        after,
                        Page.limit(limit)));
    }

    /**
     * What ended late, the last first, also if the case was taken away meanwhile.
     *
     * @param from when it ended; ever if it is missing
     * @param to exclusive; until now if it is missing
     */
    @GetMapping("/late")
    Page<ServiceLevelLine> late(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean unowned,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Callers.managersOnly();
        var begin = from == null ? Cursor.OLDEST.at() : moment("from", from);
        var end = to == null ? Cursor.NEWEST.at() : moment("to", to);
        if (begin.isAfter(end)) {
            throw new BadRequest("to", "lies before from");
        }
        return lines.late(new LateQuery(
                begin,
                end,
                metric(metric),
                held(queue, owner, unowned),
                Cursor.of(after, Cursor.NEWEST),
                Page.limit(limit)));
    }

    /** How many clocks a manager has to look at, by queue and owner. */
    @GetMapping("/counts")
    Counts counts() {
        Callers.managersOnly();
        var now = clock.instant();
        return new Counts(now, now.plus(SOON), lines.counts(now.plus(SOON)));
    }

    /** @param dueBefore what is due by then counts as due */
    record Counts(Instant now, Instant dueBefore, List<ClockCount> items) {}

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

    private static Set<ClockState> states(String name) {
        var together = TOGETHER.get(name.toLowerCase(Locale.ROOT));
        return together != null
                ? together
                : Arrays.stream(ClockState.values())
                        .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .map(Set::of)
                        .orElseThrow(() -> new BadRequest("state", "unknown state"));
    }

    private static HeldBy held(@Nullable String queue, @Nullable String owner, boolean unowned) {
        if (unowned && owner != null) {
            throw new BadRequest("unowned", "either an owner or unowned");
        }
        return new HeldBy(queue, owner, unowned);
    }

    /** PostgreSQL ends before {@code Instant} does. */
    private static Instant moment(String field, Instant moment) {
        if (moment.isBefore(Cursor.OLDEST.at()) || moment.isAfter(Cursor.NEWEST.at())) {
            throw new BadRequest(field, "between 1970 and 9999");
        }
        return moment;
    }

    private static @Nullable Metric metric(@Nullable String id) {
        try {
            return id == null ? null : Metric.of(id);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("metric", "firstResponse, nextResponse or resolution");
        }
    }
}
