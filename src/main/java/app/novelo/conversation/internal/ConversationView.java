package app.novelo.conversation.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as {@code docs/http-api.md} shows it.
 *
 * @param optedOutAt since when the customer wants no advertising
 * @param consents what counts now, one of a purpose at most
 */
record ConversationView(
        String id,
        Person customer,
        String channel,
        Our line,
        String state,
        String speaker,
        @Nullable String speakerId,
        @Nullable String speakerName,
        @Nullable String owner,
        String queue,
        @Nullable String intent,
        @Nullable Double confidence,
        @Nullable String sentiment,
        @Nullable String urgency,
        @Nullable String language,
        Window window,
        @JsonProperty("case") @Nullable String currentCase,
        List<String> cases,
        List<String> otherOpenCases,
        @Nullable String processInstanceId,
        Instant openedAt,
        Instant lastMessageAt,
        boolean awaitsAnswer,
        @Nullable JsonNode referral,
        @Nullable Instant freeEntryUntil,
        @Nullable Instant optedOutAt,
        List<Agreed> consents,
        MayWrite mayWrite,
        @Nullable Begun begun) {

    /** The customer, as much as a list shows. */
    record Person(
            String id,
            String name,
            @Nullable String phone,
            @Nullable String phoneDisplay,
            @Nullable String userId,
            @Nullable String username) {}

    /** The line that he wrote to. @param name what the company calls it */
    record Our(String id, String display, String name) {}

    /**
     * By the company and not by the customer.
     *
     * @param by user id
     * @param note why, for colleagues
     */
    record Begun(String by, String byName, @Nullable String note) {}

    /** What counts of what the customer has said about being written to; its proof stands with him. */
    record Agreed(String purpose, String state, String source, Instant at) {}

    /** @param closesAt when it closes or closed; null if it never was open */
    record Window(boolean open, @Nullable Instant closesAt) {}
}
