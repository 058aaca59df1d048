package app.novelo.exchange.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a message begins in an export: a date whose order is not known yet, and a time.
 *
 * @param first the first of three numbers of the date, {@code middle} and {@code third} the others
 * @param hour 0 to 23
 * @param second 0 where none is told
 * @param rest what stands behind it
 */
record Stamp(int first, int middle, int third, int hour, int minute, int second, String rest) {

    /** Spaces as Android, iOS and their countries write them: plain, no-break, narrow. */
    private static final String SPACE = "[ \\u00A0\\u202F]";

    /** Marks of writing direction, which iOS puts before a line. */
    private static final String MARKS = "[\\u200E\\u200F\\u202A-\\u202E\\uFEFF]{0,4}";

    private static final String DATE = "(\\d{1,4})[./-](\\d{1,2})[./-](\\d{1,4})";
    private static final String BETWEEN = "(?:,|" + SPACE + "às|" + SPACE + "a las)?" + SPACE + "{1,3}";
    private static final String TIME =
            "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:" + SPACE + "{0,2}([AaPp])[.]?" + SPACE + "?[Mm][.]?)?";

    /** {@code 31/12/2025 23:59 - } */
    private static final Pattern ANDROID =
            Pattern.compile("^" + MARKS + DATE + BETWEEN + TIME + SPACE + "{1,2}-" + SPACE + "(.*)$", Pattern.DOTALL);

    /** <code>[31/12/2025, 23:59:59] </code> */
    private static final Pattern IOS =
            Pattern.compile("^" + MARKS + "\\[" + DATE + BETWEEN + TIME + "\\]" + SPACE + "(.*)$", Pattern.DOTALL);

    /** @return empty if the line goes on with the message before it */
    static Optional<Stamp> of(String line) {
        var ios = IOS.matcher(line);
        if (ios.matches()) {
            return stamp(ios);
        }
        var android = ANDROID.matcher(line);
        return android.matches() ? stamp(android) : Optional.empty();
    }

    private static Optional<Stamp> stamp(Matcher found) {
        int hour = hour(Integer.parseInt(found.group(4)), found.group(7));
        int minute = Integer.parseInt(found.group(5));
        int second = found.group(6) == null ? 0 : Integer.parseInt(found.group(6));
        return hour > 23 || minute > 59 || second > 59
                ? Optional.empty()
                : Optional.of(new Stamp(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        hour,
                        minute,
                        second,
                        found.group(8)));
    }

    /** Twelve at noon is p. m., at midnight a. m. */
    private static int hour(int written, @Nullable String half) {
        if (half == null) {
            return written;
        }
        return written % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }
}
