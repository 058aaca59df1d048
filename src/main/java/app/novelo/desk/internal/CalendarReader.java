package app.novelo.desk.internal;

import app.novelo.desk.internal.CalendarDefinition.Exception;
import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a calendar as people write it and as it is stored; says which field is wrong. */
@Component
class CalendarReader {

    private static final Set<String> FIELDS = Set.of("timeZone", "holidays", "hours", "exceptions");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String END_OF_DAY = "24:00";

    /** Fifty years of ten days each; every count looks at them by date. */
    private static final int MOST_EXCEPTIONS = 500;

    private static final int LONGEST_REASON = 100;

    private final HolidayRegions regions;

    CalendarReader(HolidayRegions regions) {
        this.regions = regions;
    }

    CalendarDefinition read(JsonNode wish) {
        wish.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new BadRequest(field, "not a setting of a calendar");
            }
        });
        return new CalendarDefinition(
                zone(wish), holidays(wish), week(wish.path("hours")), exceptions(wish.path("exceptions")));
    }

    private static @Nullable ZoneId zone(JsonNode wish) {
        var name = wish.path("timeZone").asText("");
        if (name.isEmpty() || wish.path("timeZone").isNull()) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new BadRequest("timeZone", "a time zone such as America/Sao_Paulo");
        }
        return ZoneId.of(name);
    }

    private @Nullable String holidays(JsonNode wish) {
        var code = wish.path("holidays").asText("");
        if (code.isEmpty() || wish.path("holidays").isNull()) {
            return null;
        }
        if (regions.find(code).isEmpty()) {
            throw new BadRequest("holidays", "a place such as br, br-sp or br-sp-csp; see /holiday-regions/br");
        }
        return code;
    }

    private static Map<DayOfWeek, List<Hours>> week(JsonNode days) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        days.fieldNames().forEachRemaining(name -> {
            var hours = hours("hours." + name, days.get(name));
            if (!hours.isEmpty()) {
                week.put(day(name), hours);
            }
        });
        if (week.isEmpty()) {
            throw new BadRequest("hours", "a calendar without hours would never open");
        }
        refuseOverlaps(week);
        return week;
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest("hours." + name, "a day from MONDAY to SUNDAY"));
    }

    private static List<Hours> hours(String field, JsonNode intervals) {
        if (!intervals.isArray()) {
            throw new BadRequest(field, "a list of intervals; an empty one is closed");
        }
        var hours = StreamSupport.stream(intervals.spliterator(), false)
                .map(interval -> interval(field, interval))
                .sorted(Comparator.comparing(Hours::opens))
                .toList();
        for (int i = 1; i < hours.size(); i++) {
            var before = hours.get(i - 1);
            if (Hours.minute(before.opens()) + before.minutes()
                    > Hours.minute(hours.get(i).opens())) {
                throw new BadRequest(
                        field, "intervals overlap at " + hours.get(i).opens());
            }
        }
        return hours;
    }

    private static Hours interval(String field, JsonNode interval) {
        var opens = interval.path("opens").asText();
        var closes = interval.path("closes").asText();
        if (!TIME.matcher(opens).matches()
                || !TIME.matcher(closes).matches() && !closes.equals(END_OF_DAY)
                || closes.equals(opens)) {
            throw new BadRequest(field, "opens and closes as 09:00 and 18:00; closes may be 24:00 or on the next day");
        }
        return new Hours(
                LocalTime.parse(opens), closes.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(closes));
    }

    /** A night that goes on into an interval of the next day would count twice for people; Sunday is before Monday. */
    private static void refuseOverlaps(Map<DayOfWeek, List<Hours>> week) {
        week.forEach((day, hours) -> {
            var last = hours.get(hours.size() - 1);
            var next = week.getOrDefault(day.plus(1), List.of());
            int into = Hours.minute(last.opens()) + last.minutes() - Hours.MINUTES_OF_DAY;
            if (!next.isEmpty() && into > Hours.minute(next.get(0).opens())) {
                throw new BadRequest("hours." + day.plus(1), "the night before is still open then");
            }
        });
    }

    private static List<Exception> exceptions(JsonNode list) {
        if (list.size() > MOST_EXCEPTIONS) {
            throw new BadRequest("exceptions", "at most " + MOST_EXCEPTIONS);
        }
        var exceptions = new ArrayList<Exception>();
        var dates = new HashSet<LocalDate>();
        for (var one : list) {
            var exception = new Exception(
                    date(one), reason(one), one.has("hours") ? hours("exceptions.hours", one.get("hours")) : List.of());
            if (!dates.add(exception.date())) {
                throw new BadRequest("exceptions.date", exception.date() + " stands there twice");
            }
            exceptions.add(exception);
        }
        return exceptions.stream().sorted(Comparator.comparing(Exception::date)).toList();
    }

    private static LocalDate date(JsonNode exception) {
        try {
            return LocalDate.parse(exception.path("date").asText());
        } catch (DateTimeException e) {
            throw new BadRequest("exceptions.date", "a date such as 2026-12-24");
        }
    }

    private static @Nullable String reason(JsonNode exception) {
        var reason = exception.path("reason").asText("").strip();
        if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequest("exceptions.reason", "at most " + LONGEST_REASON + " characters");
        }
        return reason.isEmpty() || exception.path("reason").isNull() ? null : reason;
    }
}
