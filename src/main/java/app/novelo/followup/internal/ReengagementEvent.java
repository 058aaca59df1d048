package app.novelo.followup.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a customer.
 *
 * @param name under which the table {@code reengagement} knows it
 * @param subject what it is about; of one event and subject there is one
 * @param line on which he is written to; null = where he was heard last
 * @param caseNumber whose facts are offered to the table
 * @param dueAt from when the table counts its days; null = from {@code at}
 * @param said what texts may have filled in
 */
record ReengagementEvent(
        String name,
        String subject,
        Source source,
        UUID customer,
        @Nullable UUID line,
        @Nullable String caseNumber,
        Instant at,
        @Nullable Instant dueAt,
        Map<String, String> said) {

    /** Where it comes from. */
    enum Source {
        /** The log of what happens in the program. */
        LOG,
        /** Nothing has happened for a while. */
        SILENCE,
        /** Somebody else's program tells it. */
        API
    }
}
