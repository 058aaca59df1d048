package app.novelo.followup.internal;

import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time of day in a line. */
final class TimeReader {

    private static final String MORNING =
            "(?:d[ae]|pela|de la|por la|in the)\\s+(?:manha|manana|morning)|a\\.?m\\b\\.?";
    private static final String LATER =
            "(?:d[ae]|[ao]|a|de la|por la|in the|this|at|esta)\\s+(?:tarde|noite|noche|afternoon|evening|night)|tonight|p\\.?m\\b\\.?";
    private static final String PART = "(?:\\s*\\b?(" + MORNING + "|" + LATER + "))?";
    private static final String BEFORE = "(?:\\b(?:as|pelas|a las|a la|at|@)\\s*)";

    private final SaidText text;
    private final boolean hasDate;

    TimeReader(SaidText text, boolean hasDate) {
        this.text = text;
        this.hasDate = hasDate;
    }

    Optional<LocalTime> read() {
        return text.take("\\b(?:ao |a |at )?(?:meio[- ]dia|mediodia|noon)\\b( e meia)?")
                .map(found -> LocalTime.of(12, found.group(1) == null ? 0 : 30))
                .or(() -> text.take("\\b(?:a |at )?(?:meia[- ]noite|medianoche|midnight)\\b")
                        .map(found -> LocalTime.MIDNIGHT))
                .or(this::withMinutes)
                .or(this::withHours)
                .or(this::american)
                .or(this::afterWord)
                .or(this::alone)
                .or(this::partOfDay);
    }

    /** 15:30, 15h30, 3:30 pm. */
    private Optional<LocalTime> withMinutes() {
        return text.take(BEFORE + "?\\b(\\d{1,2})(?::|h|\\s?h\\s?)(\\d{2})\\b(?:\\s?(?:min|h|hs))?" + PART)
                .flatMap(found -> time(
                        found.group(1),
                        found.group(2),
                        found.group(3),
                        found.group(1).length() > 1));
    }

    /** 15h, 15 horas, 9 hs. */
    private Optional<LocalTime> withHours() {
        return text.take(BEFORE + "?\\b(\\d{1,2})\\s?(?:hs?|horas?|hours?|o'clock)\\b( e meia| y media)?" + PART)
                .flatMap(found -> time(found.group(1), found.group(2) == null ? "0" : "30", found.group(3), false));
    }

    /** 3pm. */
    private Optional<LocalTime> american() {
        return text.take(BEFORE + "?\\b(\\d{1,2})\\s?(a\\.?m\\b\\.?|p\\.?m\\b\\.?)")
                .flatMap(found -> time(found.group(1), "0", found.group(2), false));
    }

    /** Às 9, a las 15, at 9. */
    private Optional<LocalTime> afterWord() {
        return text.take(BEFORE + "(\\d{1,2})\\b( e meia| y media)?(?![/.:]\\d)" + PART)
                .flatMap(found -> time(found.group(1), found.group(2) == null ? "0" : "30", found.group(3), false));
    }

    /** "Amanhã 15": a bare number right after the day, and nothing that it could count. */
    private Optional<LocalTime> alone() {
        return hasDate
                ? text.take("(?<=\\u0001 )(\\d{1,2})(?=\\s*(?:$|,|;|:|\\bde\\b|\\bpara\\b|\\bto\\b))")
                        .flatMap(found -> time(found.group(1), "0", null, false))
                : Optional.empty();
    }

    private Optional<LocalTime> partOfDay() {
        return text.take("\\b(?:d[ae]|pela|de la|por la|in the)\\s+(?:manha|manana|morning)\\b")
                .map(found -> LocalTime.of(9, 0))
                .or(() -> text.take("\\b(?:d[ae]|a|de la|por la|in the|this|esta)\\s+(?:tarde|afternoon)\\b")
                        .map(found -> LocalTime.of(14, 0)))
                .or(() -> text.take(
                                "\\b(?:tonight|(?:d[ae]|a|de la|por la|in the|this|at|esta)\\s+(?:noite|noche|evening|night))\\b")
                        .map(found -> LocalTime.of(19, 0)));
    }

    /** @param asWritten two digits before minutes: a clock's way to say it, which is never meant twelve hours later */
    private static Optional<LocalTime> time(String hours, String minutes, @Nullable String part, boolean asWritten) {
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        if (hour == 24 && minute == 0) {
            hour = 0;
        }
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        if (part == null) {
            return Optional.of(LocalTime.of(hour >= 1 && hour <= 6 && !asWritten ? hour + 12 : hour, minute));
        }
        boolean morning = part.matches(MORNING);
        if (hour == 12) {
            return Optional.of(LocalTime.of(morning ? 0 : 12, minute));
        }
        return Optional.of(LocalTime.of(morning || hour > 12 ? hour : hour + 12, minute));
    }
}
