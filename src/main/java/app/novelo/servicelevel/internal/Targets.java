package app.novelo.servicelevel.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.NeverOpens;
import app.novelo.desk.UnknownCalendar;
import app.novelo.engine.DecisionRecord;
import app.novelo.engine.Decisions;
import app.novelo.servicelevel.Metric;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks {@code sla.dmn}. Several rows may match, a contract's beside the general one: the earliest due counts. A row whose
 * calendar is of no use counts by the clock: nobody is left without one.
 */
@Component
class Targets {

    static final String TABLE = "sla";

    /** Ten years; what is longer is a slip of the pen, and its due time may lie outside what PostgreSQL can store. */
    private static final int MOST_MINUTES = 10 * 366 * 24 * 60;

    private final Decisions decisions;
    private final Calendars calendars;

    Targets(Decisions decisions, Calendars calendars) {
        this.decisions = decisions;
        this.calendars = calendars;
    }

    /** @param worked the time in which the clock has run so far */
    Optional<Target> of(Metric metric, Map<String, @Nullable Object> facts, Worked worked) {
        var offered = new HashMap<>(facts);
        offered.put("metric", metric.id());
        var decided = decisions.decide(TABLE, offered);
        return IntStream.range(0, decided.outputs().size())
                .mapToObj(row -> target(decided, row, worked))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Target::dueAt));
    }

    /** @param warnAt null if it does not warn */
    record Target(Promise promise, @Nullable Instant warnAt, Instant dueAt) {

        static Target of(Promise promise, Worked worked) {
            var warnAt = promise.warnPercent() == 0 ? null : worked.reaches(promise.untilWarning(), promise.calendar());
            return new Target(promise, warnAt, worked.reaches(promise.time(), promise.calendar()));
        }
    }

    private Optional<Target> target(DecisionRecord decided, int row, Worked worked) {
        var outputs = decided.outputs().get(row);
        if (!(outputs.get("minutes") instanceof Number minutes)) {
            return Optional.empty();
        }
        var named = outputs.get("calendar");
        var calendar = named == null ? Calendars.CLOCK : named.toString();
        return Optional.of(target(
                new Row(
                        Math.max(0, Math.min(MOST_MINUTES, minutes.intValue())),
                        percent(outputs.get("warnAtPercent")),
                        decided.version(),
                        decided.rules().get(row)),
                calendar,
                worked));
    }

    private static int percent(@Nullable Object output) {
        int percent = output instanceof Number number ? number.intValue() : 0;
        return percent > 0 && percent < 100 ? percent : 0;
    }

    private Target target(Row row, String calendar, Worked worked) {
        try {
            return Target.of(row.promise(calendars, calendar, null), worked);
        } catch (UnknownCalendar e) {
            return byTheClock(row, "calendar-unknown:" + calendar, worked);
        } catch (NeverOpens e) {
            return byTheClock(row, "calendar-never-opens:" + calendar, worked);
        }
    }

    private Target byTheClock(Row row, String note, Worked worked) {
        return Target.of(row.promise(calendars, Calendars.CLOCK, note), worked);
    }

    private record Row(int minutes, int percent, int version, String rule) {

        Promise promise(Calendars calendars, String calendar, @Nullable String note) {
            return new Promise(minutes, percent, calendars.newest(calendar), version, rule, note);
        }
    }
}
