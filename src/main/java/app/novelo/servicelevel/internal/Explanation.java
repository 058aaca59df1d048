package app.novelo.servicelevel.internal;

import app.novelo.desk.WorkingTime;
import app.novelo.servicelevel.ClockReport.Entry;
import app.novelo.servicelevel.ClockReport.Promised;
import app.novelo.servicelevel.ClockReport.Step;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.internal.Ledger.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts again what was counted when the clock was set, and says each step of it. */
final class Explanation {

    private static final double SECONDS_OF_MINUTE = 60;

    private final ClockView clock;
    private final Duration left;
    private final WorkingTime calendar;
    private final List<Entry> ledger;
    private final List<Step> steps = new ArrayList<>();
    private Duration counted = Duration.ZERO;

    /** @param left what remained when it was paused; of use only while it waits */
    Explanation(ClockView clock, Duration left, WorkingTime calendar, List<Entry> ledger) {
        this.clock = clock;
        this.left = left;
        this.calendar = calendar;
        this.ledger = ledger;
    }

    /** @param annotation what the rule says of itself */
    List<Step> steps(Function<Promised, @Nullable String> annotation) {
        promise(annotation);
        @Nullable Instant since = clock.startedAt();
        for (var entry : ledger) {
            if (entry.event().equals(Event.PAUSE.name()) && since != null) {
                count(since, entry.at());
                since = null;
                steps.add(new Step("paused", Map.of("from", entry.at(), "cause", entry.cause())));
            } else if (entry.event().equals(Event.RESUME.name())) {
                since = entry.at();
                steps.add(new Step("resumed", Map.of("at", entry.at(), "cause", entry.cause())));
            }
        }
        if (since != null) {
            count(since, clock.dueAt());
        }
        steps.add(
                clock.state() == ClockState.PAUSED
                        ? new Step("waits", Map.of("minutes", minutes(left)))
                        : new Step("due", Map.of("at", clock.dueAt())));
        return steps;
    }

    private void promise(Function<Promised, @Nullable String> annotation) {
        Entry last = null;
        for (var entry : ledger) {
            last = entry.promise() == null ? last : entry;
        }
        var values = new HashMap<String, Object>(Map.of(
                "minutes", clock.minutes(), "calendar", calendar.calendar(), "calendarVersion", calendar.version()));
        if (last != null && last.promise() != null) {
            values.put("table", Targets.TABLE);
            values.put("tableVersion", last.promise().tableVersion());
            values.put("rule", last.promise().rule());
            var says = annotation.apply(last.promise());
            values.put("annotation", says == null ? "" : says);
        }
        steps.add(new Step("promise", values));
        ledger.stream()
                .filter(entry -> entry.note() != null)
                .reduce((one, other) -> other)
                .ifPresent(entry -> steps.add(new Step("by-the-clock", Map.of("note", String.valueOf(entry.note())))));
    }

    /** What is counted after the due time makes it only later. */
    private void count(Instant from, Instant to) {
        var end = to.isAfter(clock.dueAt()) && clock.state() != ClockState.PAUSED ? clock.dueAt() : to;
        for (var open : calendar.openings(from, end)) {
            counted = counted.plus(open.length());
            steps.add(new Step(
                    "counted",
                    Map.of(
                            "from", open.opens(),
                            "to", open.closes(),
                            "minutes", minutes(open.length()),
                            "sum", minutes(counted))));
        }
    }

    /** To a hundredth: a clock may begin at any second. */
    private static double minutes(Duration time) {
        return Math.round(time.toSeconds() / SECONDS_OF_MINUTE * 100) / 100.0;
    }
}
