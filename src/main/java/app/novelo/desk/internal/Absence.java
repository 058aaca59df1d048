package app.novelo.desk.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is not there.
 *
 * @param until exclusive
 * @param substitute who gets his work meanwhile; null = whom the rule finds
 */
record Absence(
        UUID id, String agent, Instant from, Instant until, @Nullable String substitute, @Nullable String reason) {

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
