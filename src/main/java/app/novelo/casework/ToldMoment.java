package app.novelo.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A moment as forms and our API tell it: a day, or ISO 8601 with an hour, whose offset may be missing. */
public final class ToldMoment {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int DAY = "2026-11-28".length();
    private static final Pattern WITH_OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

    /**
     * @param zone whose time is meant where no offset is told
     * @param ofDay what a day without an hour means
     * @throws DateTimeException if it is neither
     */
    public static Instant read(String told, ZoneId zone, Function<LocalDate, Instant> ofDay) {
        if (told.length() <= DAY) {
            return ofDay.apply(LocalDate.parse(told));
        }
        return WITH_OFFSET.matcher(told).matches()
                ? OffsetDateTime.parse(told).toInstant()
                : LocalDateTime.parse(told).atZone(zone).toInstant();
    }

    /** @return empty if it says nothing that can be read, or nothing that lies ahead; a day is meant from its morning */
    public static Optional<Instant> ahead(@Nullable String told, Instant now, ZoneId zone) {
        try {
            return told == null || told.isBlank()
                    ? Optional.empty()
                    : Optional.of(read(told, zone, day -> morning(day, zone))).filter(now::isBefore);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    private ToldMoment() {}
}
