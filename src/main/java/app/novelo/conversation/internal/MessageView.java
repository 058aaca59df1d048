package app.novelo.conversation.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as {@code docs/http-api.md} shows it.
 *
 * @param seq order among messages of the same second: WhatsApp tells no finer time
 * @param replyTo provider id of the message that is quoted
 */
record MessageView(
        String id,
        long seq,
        String conversation,
        @JsonProperty("case") @Nullable String caseNumber,
        String direction,
        String kind,
        @Nullable String text,
        @Nullable JsonNode media,
        Who author,
        Instant at,
        String status,
        @Nullable Instant statusAt,
        @Nullable String providerId,
        List<JsonNode> errors,
        @Nullable String replyTo,
        List<JsonNode> reactions,
        @Nullable String processInstanceId,
        @Nullable String activityInstanceId) {

    /** Who wrote it. */
    record Who(String type, @Nullable String id, @Nullable String name) {}
}
