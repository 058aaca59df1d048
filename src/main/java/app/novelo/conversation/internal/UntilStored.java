package app.novelo.conversation.internal;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what is known of a message, again and again while the database is away or busy: a call that was made cannot
 * be made again, and an answer that is dropped is an unknown outcome.
 */
final class UntilStored {

    private static final Logger LOG = LoggerFactory.getLogger(UntilStored.class);

    /** Half a second, then twice as long each time: half a minute in all, longer than a PostgreSQL takes to come back. */
    private static final int ATTEMPTS = 7;

    private static final long FIRST_PAUSE_MILLIS = 500;

    private UntilStored() {}

    /** @param work may be repeated after a commit of which nobody knows whether it succeeded */
    static void run(UUID message, Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                LOG.warn("what became of message {} could not be stored, attempt {}", message, attempt, e);
                if (attempt == ATTEMPTS || !sleep(FIRST_PAUSE_MILLIS << attempt - 1)) {
                    LOG.error("what became of message {} is not stored; it will count as unknown", message);
                    return;
                }
            }
        }
    }

    private static boolean sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
