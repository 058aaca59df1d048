package app.novelo.exchange.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code exchange.import}, as people see it too.
 *
 * @param position how many records of the file are done
 * @param problem a word of {@code docs/http-api.md}; {@code detail} says it in a sentence
 */
record ImportRow(
        UUID id,
        ImportKind kind,
        ImportState state,
        String filename,
        long size,
        @Nullable JsonNode preview,
        @Nullable JsonNode choices,
        @Nullable JsonNode report,
        long position,
        @Nullable String problem,
        @Nullable String detail,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @JsonIgnore int attempts) {}
