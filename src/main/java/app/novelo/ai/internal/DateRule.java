package app.novelo.ai.internal;

import app.novelo.ai.Entity;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates, absolute and relative to today: {@code 12/05}, {@code 3 de março}, {@code até sexta}, {@code mañana}.
 *
 * <p>Day comes before month, as in Brazil. A date without a year is the nearest one not more than half a year ago.
 */
final class DateRule implements EntityRule {

    private static final Map<String, Integer> NUMBERS = Resources.rows("words/dates.tsv").stream()
            .collect(Collectors.toMap(row -> row[1], row -> Integer.valueOf(row[2])));
    private static final Map<String, String> KINDS =
            Resources.rows("words/dates.tsv").stream().collect(Collectors.toMap(row -> row[1], row -> row[0]));

    private static final Pattern ISO = Pattern.compile("(?<![\\w-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\w-])");
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\w/.-])(?!24/7)(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\w/])(?![.,]\\d)");
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(?iu)(?<![\\w/])(\\d{1,2})(?:º|st|nd|rd|th)?\\s(?:de\\s|of\\s)?(" + names("month")
                    + ")\\b(?:\\s(?:de\\s|del\\s)?(\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?iu)\\b(" + names("month") + ")\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s(\\d{4}))?");
    private static final Pattern DAY_OF_MONTH = Pattern.compile(
            "(?iu)\\b(?:dia|d[ií]a|the)\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s?(?:h|hs|horas?|:|de\\s\\p{L}))");
    // "la mañana" is the morning.
    private static final Pattern RELATIVE =
            Pattern.compile("(?iu)(?<!\\p{L})(?<!\\bla )(" + names("days") + ")(?!\\p{L})");
    // "segunda via" is a copy, not a Monday.
    private static final Pattern WEEKDAY =
            Pattern.compile("(?iu)(?<!\\p{L})(" + names("weekday") + ")(?:[ -]feira)?(?!\\p{L})"
                    + "(?! (?:vias?|vez|parcela|op[cç][aã]o|chance|m[aã]o|categoria|linha|etapa|tentativa|dose)\\b)");

    private final Clock clock;
    private final ZoneId zone;

    DateRule(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Stream<Entity> in(String text) {
        var today = LocalDate.now(clock.withZone(zone));
        return Stream.of(
                        rule(
                                ISO,
                                match -> date(number(match.group(1)), number(match.group(2)), number(match.group(3)))),
                        rule(SLASHED, match -> slashed(match, today)),
                        rule(MONTH_NAMED, match -> named(match.group(1), match.group(2), match.group(3), today)),
                        rule(MONTH_FIRST, match -> named(match.group(2), match.group(1), match.group(3), today)),
                        rule(DAY_OF_MONTH, match -> dayOfMonth(number(match.group(1)), today)),
                        rule(RELATIVE, match -> Optional.of(today.plusDays(listed(match.group(1))))),
                        rule(WEEKDAY, match -> Optional.of(weekday(match.group(1), today))))
                .flatMap(rule -> rule.in(text));
    }

    private static EntityRule rule(
            Pattern pattern, java.util.function.Function<MatchResult, Optional<LocalDate>> reading) {
        return EntityRule.pattern(
                "date", pattern, 0, match -> reading.apply(match).map(LocalDate::toString));
    }

    private static Optional<LocalDate> slashed(MatchResult match, LocalDate today) {
        int day = number(match.group(1));
        int month = number(match.group(2));
        return month > 12 && day <= 12
                ? nearest(day, month, match.group(3), today)
                : nearest(month, day, match.group(3), today);
    }

    private static Optional<LocalDate> named(String day, String month, @Nullable String year, LocalDate today) {
        return nearest(listed(month), number(day), year, today);
    }

    private static Optional<LocalDate> nearest(int month, int day, @Nullable String year, LocalDate today) {
        if (year != null) {
            return date(year.length() == 2 ? 2000 + number(year) : number(year), month, day);
        }
        return date(today.getYear(), month, day)
                .map(date -> date.isBefore(today.minusMonths(6)) ? date.plusYears(1) : date);
    }

    private static Optional<LocalDate> dayOfMonth(int day, LocalDate today) {
        var month = day < today.getDayOfMonth() ? today.plusMonths(1) : today;
        return date(month.getYear(), month.getMonthValue(), day);
    }

    private static LocalDate weekday(String name, LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.of(listed(name))));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int listed(String name) {
        return NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    /** Longest first, as a pattern takes the first alternative that fits. */
    private static String names(String kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .sorted((a, b) -> b.length() - a.length())
                .collect(Collectors.joining("|"));
    }
}
