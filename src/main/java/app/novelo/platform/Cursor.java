package app.novelo.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended in a list by time; rows of one moment are in the order of their ids. */
public record Cursor(Instant at, UUID id) {

    /** Before everything, for lists that begin with the oldest. */
    public static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** After everything, for lists that begin with the newest. */
    public static final Cursor NEWEST = new Cursor(Page.END_OF_TIME, new UUID(-1, -1));

    /**
     * @param start where a list without a cursor begins
     * @throws BadRequest if {@code text} is no cursor of such a list
     */
    public static Cursor of(@Nullable String text, Cursor start) {
        if (text == null) {
            return start;
        }
        try {
            int middle = text.indexOf('_');
            return new Cursor(Page.cursorTime(text.substring(0, middle)), UUID.fromString(text.substring(middle + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Page.notOurs();
        }
    }

    public String text() {
        return at + "_" + id;
    }
}
