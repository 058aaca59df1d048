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
 * @param content what it holds besides its words, see {@link app.novelo.channel.Content}
 * @param circumstances how it came to be, see {@link app.novelo.channel.Circumstances}
 * @param againOf id of the failed message that this one repeats
 * @param pricing the channel's words about its price, the first that came
 * @param replyTo provider id of the message that is quoted
 * @param imported it was said before this program was there
 */
record MessageView(
        String id,
        long seq,
        String conversation,
        @JsonProperty("case") @Nullable String caseNumber,
        String direction,
        String kind,
        @Nullable String text,
        @Nullable JsonNode content,
        @Nullable JsonNode circumstances,
        @Nullable MediaView media,
        Who author,
        Instant at,
        String status,
        @Nullable Instant statusAt,
        @Nullable String providerId,
        List<JsonNode> errors,
        @Nullable JsonNode pricing,
        @Nullable String replyTo,
        List<JsonNode> reactions,
        @Nullable Instant editedAt,
        @Nullable Instant revokedAt,
        @Nullable String againOf,
        @Nullable String processInstanceId,
        @Nullable String activityInstanceId,
        boolean imported) {

    /** What a customer has taken back is kept, and no longer shown. */
    MessageView shown() {
        return revokedAt == null
                ? this
                : new MessageView(
                        id,
                        seq,
                        conversation,
                        caseNumber,
                        direction,
                        kind,
                        null,
                        null,
                        circumstances,
                        null,
                        author,
                        at,
                        status,
                        statusAt,
                        providerId,
                        errors,
                        pricing,
                        replyTo,
                        reactions,
                        editedAt,
                        revokedAt,
                        againOf,
                        processInstanceId,
                        activityInstanceId,
                        imported);
    }

    /** Who wrote it. */
    record Who(String type, @Nullable String id, @Nullable String name) {}
}
