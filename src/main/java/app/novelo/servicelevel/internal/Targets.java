package app.novelo.servicelevel.internal;

import app.novelo.desk.Calendars;
import app.novelo.engine.Decisions;
import app.novelo.servicelevel.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code sla.dmn}. Several rows may match, a contract's beside the general one: the earliest due counts. */
@Component
class Targets {

    private static final String TABLE = "sla";

    private final Decisions decisions;
    private final Calendars calendars;

    Targets(Decisions decisions, Calendars calendars) {
        this.decisions = decisions;
        this.calendars = calendars;
    }

    Optional<Clock.Target> of(Metric metric, Map<String, @Nullable Object> facts, Instant from) {
        var offered = new HashMap<>(facts);
        offered.put("metric", metric.id());
        return decisions.evaluate(TABLE, offered).stream()
                .map(row -> target(row, from))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Clock.Target::dueAt));
    }

    private Optional<Clock.Target> target(Map<String, @Nullable Object> row, Instant from) {
        if (!(row.get("minutes") instanceof Number minutes)) {
            return Optional.empty();
        }
        var named = row.get("calendar");
        var calendar = named == null ? Calendars.CLOCK : named.toString();
        var due = calendars.after(calendar, from, Duration.ofMinutes(minutes.longValue()));
        return Optional.of(new Clock.Target(minutes.intValue(), calendar, due));
    }
}
