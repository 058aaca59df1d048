package app.novelo.conversation.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as {@code docs/http-api.md} shows it.
 *
 * @param name what people read in lists
 * @param waiting messages that are to go out
 */
record LineView(
        String id,
        String channel,
        String display,
        String providerId,
        String name,
        @Nullable String queue,
        @Nullable String manager,
        @Nullable String managerName,
        @Nullable String calendar,
        @Nullable String language,
        @Nullable String persona,
        boolean active,
        String account,
        String state,
        @Nullable Pause paused,
        int waiting) {

    /**
     * Why nothing goes out.
     *
     * @param cause {@code REFUSED}: it is tried again by itself; any other lasts until it is ended
     * @param code the channel's error, 0 for other causes; {@code why} its words
     * @param since for a refusal technical time, as {@code nextTry}; else business time
     * @param until business time at which it ends by itself
     */
    record Pause(
            String cause,
            int code,
            String why,
            @Nullable Instant since,
            @Nullable Instant nextTry,
            @Nullable Instant until) {}
}
