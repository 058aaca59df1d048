package app.novelo.followup.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Finds the moment that somebody means, in Portuguese, English or Spanish, and what remains of the line without it. What he
 * writes like a time of day without more is meant in working hours: "às 3" is 15:00, "03:00" is at night.
 */
final class WhenReader {

    private final ZonedDateTime now;
    private final SaidText text;

    private WhenReader(String text, ZonedDateTime now) {
        this.now = now;
        this.text = new SaidText(text);
    }

    /**
     * @param date of the company's time zone
     * @param time null = he has named none
     * @param rest what it is about, without the words for the moment
     */
    record When(LocalDate date, @Nullable LocalTime time, String rest) {}

    /**
     * @return empty if no moment is named
     * @throws InThePast if it is over
     */
    static Optional<When> read(String text, ZonedDateTime now) {
        return new WhenReader(text, now).read();
    }

    /** What he names is over. */
    static final class InThePast extends RuntimeException {

        InThePast(String what) {
            super(what);
        }
    }

    private interface Finder extends Function<WhenReader, Optional<LocalDate>> {}

    /** What says most comes first: "segunda via amanhã" is tomorrow. */
    private static final List<Finder> DATES = List.of(
            WhenReader::isoDate,
            WhenReader::numericDate,
            WhenReader::namedMonth,
            WhenReader::dayWord,
            WhenReader::inDays,
            WhenReader::ofNextWeek,
            WhenReader::weekday,
            WhenReader::nextMonth,
            WhenReader::dayOfMonth);

    private Optional<When> read() {
        var passes = inTime();
        if (passes.isPresent()) {
            var at = now.plus(passes.get()).truncatedTo(ChronoUnit.MINUTES);
            return Optional.of(new When(at.toLocalDate(), at.toLocalTime(), text.rest()));
        }
        var date = DATES.stream()
                .map(finder -> finder.apply(this))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        var time = new TimeReader(text, date != null).read().orElse(null);
        if (date == null && time == null) {
            return Optional.empty();
        }
        return Optional.of(new When(check(date == null ? nextDay(time) : date, time), time, text.rest()));
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    private LocalDate nextDay(@Nullable LocalTime time) {
        return time == null || time.isAfter(now.toLocalTime()) ? today() : today().plusDays(1);
    }

    private LocalDate check(LocalDate date, @Nullable LocalTime time) {
        boolean over =
                date.isBefore(today()) || date.equals(today()) && time != null && !time.isAfter(now.toLocalTime());
        if (!over) {
            return date;
        }
        if (date.equals(today()) && text.namedWeekday()) {
            return date.plusWeeks(1);
        }
        throw new InThePast(date + (time == null ? "" : " " + time));
    }

    private Optional<Duration> inTime() {
        return text.take("\\b(?:daqui a|dentro de|em|in|en)\\s+" + NUMBER + "\\s*(minuto|minute|min|hora|hour|h)s?\\b"
                        + "(?:\\s+(?:e|y|and a)\\s+(meia|media|half))?")
                .map(found -> {
                    boolean hours = found.group(2).startsWith("h");
                    double many = number(found.group(1)) + (found.group(3) != null ? 0.5 : 0);
                    return Duration.ofMinutes(Math.round(many * (hours ? 60 : 1)));
                });
    }

    private static final String NUMBER =
            "(\\d{1,3}|half an|half a|uma|um|una|un|an|a|meia|media|dois|duas|dos|two|tres|three|quatro|cuatro|four|cinco|five|seis|six|dez|diez|ten)";

    private static double number(String word) {
        return switch (word) {
            case "half an", "half a", "meia", "media" -> 0.5;
            case "uma", "um", "una", "un", "an", "a" -> 1;
            case "dois", "duas", "dos", "two" -> 2;
            case "tres", "three" -> 3;
            case "quatro", "cuatro", "four" -> 4;
            case "cinco", "five" -> 5;
            case "seis", "six" -> 6;
            case "dez", "diez", "ten" -> 10;
            default -> Integer.parseInt(word);
        };
    }

    private Optional<LocalDate> inDays() {
        return text.take("\\b(?:daqui a|dentro de|em|in|en)\\s+" + NUMBER
                        + "\\s*(dia|day|semana|week|mes|meses|month)s?\\b(?:\\s+uteis)?")
                .map(found -> {
                    long many = Math.round(number(found.group(1)));
                    return switch (found.group(2).charAt(0)) {
                        case 'd' -> today().plusDays(many);
                        case 's', 'w' -> today().plusWeeks(many);
                        default -> today().plusMonths(many);
                    };
                });
    }

    private Optional<LocalDate> isoDate() {
        return text.take("\\b(\\d{4})-(\\d{2})-(\\d{2})(?:t(?=\\d{2}:))?")
                .map(found -> date(part(found, 1), part(found, 2), part(found, 3)));
    }

    /** Day before month, unless that is impossible. */
    private Optional<LocalDate> numericDate() {
        return text.take(
                        "\\b(?:no dia |dia |el dia |el |on )?(\\d{1,2})[/.](\\d{1,2})(?:[/.](\\d{4}|\\d{2}))?\\b(?!\\s*(?:h|am|pm)\\b)")
                .map(found -> {
                    boolean american = part(found, 2) > 12 && part(found, 1) <= 12;
                    int day = part(found, american ? 2 : 1);
                    int month = part(found, american ? 1 : 2);
                    return found.group(3) == null
                            ? next(month, day)
                            : date(part(found, 3) + (part(found, 3) < 100 ? 2000 : 0), month, day);
                });
    }

    private Optional<LocalDate> namedMonth() {
        return text.take("\\b(?:no dia |dia |el dia |el |on the |on )?(\\d{1,2})(?:o|st|nd|rd|th)?\\s+(?:de |of )?"
                        + Months.NAMES + "(?:,?\\s+(?:de |del )?(\\d{4}))?\\b")
                .map(found -> of(part(found, 1), found.group(2), found.group(3)))
                .or(() -> text.take(
                                "\\b(?:on )?" + Months.ENGLISH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b")
                        .map(found -> of(part(found, 2), found.group(1), found.group(3))));
    }

    private LocalDate of(int day, String month, @Nullable String year) {
        return year == null ? next(Months.of(month), day) : date(Integer.parseInt(year), Months.of(month), day);
    }

    private Optional<LocalDate> dayOfMonth() {
        return text.take("\\b(?:no dia|dia|el dia|on the|on day|day)\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b")
                .map(found -> {
                    int day = part(found, 1);
                    var month = day < today().getDayOfMonth() ? today().plusMonths(1) : today();
                    return date(month.getYear(), month.getMonthValue(), day);
                });
    }

    private Optional<LocalDate> dayWord() {
        return text.take("\\b(?:depois de amanha|pasado manana|(?:the )?day after tomorrow)\\b")
                .map(found -> today().plusDays(2))
                .or(() -> text.take("\\b(?:amanha|tomorrow|(?<!la )manana)\\b").map(found -> today().plusDays(1)))
                .or(() -> text.take("\\b(?:hoje|today|hoy)\\b").map(found -> today()))
                .or(() -> text.has("\\b(?:tonight|esta noche|esta noite|this (?:afternoon|evening))\\b")
                        ? Optional.of(today())
                        : Optional.empty());
    }

    /** The week begins on Monday. */
    private Optional<LocalDate> ofNextWeek() {
        return text.take(
                        "\\b(?:na |la )?(?:(?:da |de la )?semana que (?:vem|viene)|(?:da |de la )?proxima semana|next week)\\b")
                .map(found -> {
                    var monday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                    return text.take(Weekdays.ALONE)
                            .map(day -> monday.with(TemporalAdjusters.nextOrSame(Weekdays.of(day.group(1)))))
                            .orElse(monday);
                });
    }

    private Optional<LocalDate> nextMonth() {
        return text.take("\\b(?:no |el )?(?:mes que (?:vem|viene)|proximo mes|next month)\\b")
                .map(found -> today().plusMonths(1));
    }

    private Optional<LocalDate> weekday() {
        return text.take(Weekdays.PHRASE).map(found -> {
            boolean coming = found.group(1) != null || found.group(3) != null;
            text.weekdayWasNamed(!coming);
            var day = Weekdays.of(found.group(2));
            return today().with(coming ? TemporalAdjusters.next(day) : TemporalAdjusters.nextOrSame(day));
        });
    }

    private LocalDate next(int month, int day) {
        var thisYear = date(today().getYear(), month, day);
        return thisYear.isBefore(today()) ? date(today().getYear() + 1, month, day) : thisYear;
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new NoSuchDay(day + "/" + month + "/" + year);
        }
    }

    /** The calendar knows no such day. */
    static final class NoSuchDay extends RuntimeException {

        NoSuchDay(String what) {
            super(what);
        }
    }

    private static int part(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
