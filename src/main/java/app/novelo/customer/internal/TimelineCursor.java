package app.novelo.customer.internal;

import app.novelo.customer.TimelineSource.Span;
import app.novelo.platform.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a page of a timeline ended: entries of one moment are in the order of their types, then of their numbers. */
record TimelineCursor(Instant at, String type, long seq) {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    static TimelineCursor of(@Nullable String text, boolean newestFirst) {
        if (text == null) {
            return new TimelineCursor(newestFirst ? END_OF_TIME : Instant.EPOCH, "", 0);
        }
        var parts = text.split("_", 3);
        try {
            return new TimelineCursor(Page.cursorTime(parts[0]), parts[1], Long.parseLong(parts[2]));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Page.notOurs();
        }
    }

    static String text(Instant at, String type, long seq) {
        return at + "_" + type + "_" + seq;
    }

    /** What is left of one source: of this moment all, what lies beyond, or nothing. */
    Span span(String source, boolean newestFirst, int limit) {
        int order = source.compareTo(type) * (newestFirst ? -1 : 1);
        long none = newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
        long all = newestFirst ? Long.MAX_VALUE : Long.MIN_VALUE;
        return new Span(at, order == 0 ? seq : order < 0 ? none : all, newestFirst, limit);
    }
}
