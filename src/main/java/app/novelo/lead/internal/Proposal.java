package app.novelo.lead.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what was offered, as {@code docs/http-api.md} shows it.
 *
 * @param type as its bytes say
 * @param size bytes
 * @param message which has carried it to the customer
 * @param searchable what it says has been read; false also while it is still to be
 */
record Proposal(
        int version,
        String name,
        String type,
        long size,
        @Nullable UUID message,
        @Nullable BigDecimal value,
        @Nullable String currency,
        @Nullable LocalDate validUntil,
        String addedBy,
        String addedByName,
        Instant addedAt,
        boolean searchable,
        String url) {}
