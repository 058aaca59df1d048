package app.novelo.exchange.internal;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reader of an import open between its portions. Whoever comes to another place, after a failure or a kill, opens
 * anew and passes over what is done. For one thread.
 */
final class Resumed<R extends AutoCloseable> {

    private @Nullable UUID id;
    private long position;
    private @Nullable R reader;

    /** @return a reader that stands behind {@code row.position()} records */
    R at(ImportRow row, Opener<R> opener) throws IOException {
        var open = reader;
        if (open == null || !row.id().equals(id) || position != row.position()) {
            close();
            open = opener.open(row.position());
            id = row.id();
            reader = open;
        }
        position = -1; // until it is known how far this portion comes
        return open;
    }

    void stands(long at) {
        position = at;
    }

    void close() {
        var open = reader;
        reader = null;
        id = null;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException("a file that was read cannot be closed", e);
            }
        }
    }

    /** Opens a file and passes over so many records. */
    interface Opener<R> {
        R open(long records) throws IOException;
    }
}
