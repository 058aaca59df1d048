package app.novelo.customer.internal;

import app.novelo.platform.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a page of a ledger ended, the newest first. */
record ConsentCursor(Instant at, long id) {

    private static final ConsentCursor NEWEST =
            new ConsentCursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    static ConsentCursor of(@Nullable String text) {
        if (text == null) {
            return NEWEST;
        }
        try {
            int middle = text.indexOf('_');
            return new ConsentCursor(
                    Page.cursorTime(text.substring(0, middle)), Long.parseLong(text.substring(middle + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Page.notOurs();
        }
    }

    static String text(ConsentRows.Entry entry) {
        return entry.consent().at() + "_" + entry.id();
    }
}
