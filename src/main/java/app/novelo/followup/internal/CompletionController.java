package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Follow-up completion: done by their due time / due. Due is what has been done, what is late, and what was cancelled only
 * after it was due.
 */
@RestController
@RequestMapping("/api/v1/follow-ups/completion")
class CompletionController {

    private static final Duration USUAL = Duration.ofDays(30);

    private static final Map<String, String> GROUPS =
            Map.of("owner", "coalesce(done_by, owner)", "queue", "queue", "source", "source");

    private final JdbcClient jdbc;
    private final Clock clock;

    CompletionController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping
    Completion completion(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String by) {
        var group = by == null ? "null::text" : GROUPS.get(by);
        if (group == null) {
            throw new BadRequest("by", "one of owner, queue, source");
        }
        var until = to == null ? clock.instant() : to;
        var since = from == null ? until.minus(USUAL) : from;
        return new Completion(since, until, rows(group, since, until));
    }

    private List<Line> rows(String group, Instant from, Instant to) {
        var caller = Callers.current();
        return jdbc.sql(
                        """
                        select %s as name,
                          count(*) filter (where state = 'DONE' or due_at <= :now and (state <> 'CANCELLED' or done_at > due_at)) as due,
                          count(*) filter (where state = 'DONE' and on_time) as on_time,
                          count(*) filter (where state = 'DONE' and not on_time) as late,
                          count(*) filter (where state = 'CANCELLED') as cancelled,
                          count(*) filter (where state in ('OPEN', 'DUE') and due_at <= :now) as overdue,
                          coalesce(sum(rescheduled), 0) as rescheduled
                        from followup.follow_up
                        where due_at >= :from and due_at < :to and (:all or queue in (:groups) or owner = :caller)
                        group by 1 order by 1 nulls last"""
                                .formatted(group))
                .param("now", time(clock.instant()))
                .param("from", time(from))
                .param("to", time(to))
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .query((row, n) -> Line.of(
                        row.getString("name"),
                        row.getLong("due"),
                        row.getLong("on_time"),
                        row.getLong("late"),
                        row.getLong("cancelled"),
                        row.getLong("overdue"),
                        row.getLong("rescheduled")))
                .list();
    }

    record Completion(Instant from, Instant to, List<Line> items) {}

    /**
     * @param group of the wanted grouping; null = everything, or nobody
     * @param openOverdue late, and not over
     * @param rescheduled how often all of them together were put off
     * @param completion done by their due time / due, 0–1; null while none was due
     */
    record Line(
            @JsonProperty("group") @Nullable String group,
            long due,
            long doneOnTime,
            long doneLate,
            long cancelled,
            long openOverdue,
            long rescheduled,
            @Nullable Double completion) {

        static Line of(
                @Nullable String group, long due, long onTime, long late, long cancelled, long overdue, long moved) {
            return new Line(
                    group, due, onTime, late, cancelled, overdue, moved, due == 0 ? null : (double) onTime / due);
        }
    }
}
