package app.novelo.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins, to be sent as {@code after}; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** PostgreSQL ends some hundred thousand years before {@code Instant} does. */
    static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * @param rows at most {@code limit + 1} rows; the extra one tells that there is a next page
     * @param cursor the cursor of a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** @return the limit that was asked for, within 1 and {@link #MAX_LIMIT} */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? DEFAULT_LIMIT : Math.max(1, Math.min(MAX_LIMIT, asked));
    }

    /**
     * Reads the time in a cursor.
     *
     * @throws BadRequest if it is none, or none that a row of ours can have
     */
    public static Instant cursorTime(String text) {
        try {
            var time = Instant.parse(text);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(END_OF_TIME)) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw notOurs();
    }

    /** The caller made the cursor up, or took another list's. */
    public static BadRequest notOurs() {
        return new BadRequest("after", "not a cursor that this list has given");
    }
}
