package app.novelo.platform;

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
}
