package app.novelo.exchange.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** In which order day, month and year stand: every country has its own, and the file does not say which. */
enum DayOrder {
    DMY,
    MDY,
    YMD;

    /** WhatsApp exports two digits of a year in some countries; it has been there since 2009. */
    private static final int CENTURY = 2000;

    /** @return empty if there is no such day */
    Optional<LocalDateTime> at(Stamp stamp) {
        try {
            return Optional.of(date(stamp).atTime(stamp.hour(), stamp.minute(), stamp.second()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate date(Stamp stamp) {
        return switch (this) {
            case DMY -> LocalDate.of(year(stamp.third()), stamp.middle(), stamp.first());
            case MDY -> LocalDate.of(year(stamp.third()), stamp.first(), stamp.middle());
            case YMD -> LocalDate.of(year(stamp.first()), stamp.middle(), stamp.third());
        };
    }

    private static int year(int written) {
        return written < 100 ? CENTURY + written : written;
    }
}
