package app.novelo.exchange.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days as they stand in lists: the day first, as in Portuguese and Spanish, or the year. */
final class ListDay {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME, format("uuuu-MM-dd[ HH:mm[:ss]]"), format("d/M/uuuu[ HH:mm[:ss]]"));

    /** Nobody has agreed before; what spreadsheets make of an empty cell lies in 1900. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private ListDay() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A day without a time begins at midnight of {@code zone}. @return empty for anything else */
    static Optional<Instant> read(String written, ZoneId zone) {
        for (var format : DATES) {
            try {
                return Optional.of(format.parseBest(written, Instant::from, LocalDateTime::from, LocalDate::from))
                        .map(parsed -> instant(parsed, zone))
                        .filter(at -> !at.isBefore(EARLIEST));
            } catch (DateTimeException e) {
                // perhaps another one
            }
        }
        return Optional.empty();
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        if (parsed instanceof Instant instant) {
            return instant;
        }
        return parsed instanceof LocalDateTime time
                ? time.atZone(zone).toInstant()
                : LocalDate.from(parsed).atStartOfDay(zone).toInstant();
    }
}
