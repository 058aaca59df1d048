package app.novelo.conversation.internal;

import app.novelo.channel.Standing.Warning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as {@code docs/http-api.md} shows it.
 *
 * @param name what people read in lists
 * @param quality with {@code limit}, {@code throughput}, {@code nameStatus}, {@code status}: the channel's words; null = not
 *     known
 * @param checkedAt when they were read last; business time
 * @param warnings what a manager should see to before the line stops
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
        AccountOfLine account,
        @Nullable String quality,
        @Nullable String limit,
        @Nullable String throughput,
        @Nullable String verifiedName,
        @Nullable String nameStatus,
        @Nullable String status,
        @Nullable Instant checkedAt,
        String state,
        @Nullable Pause paused,
        List<Warning> warnings,
        int waiting) {

    /** @param name empty if Meta has not told one */
    record AccountOfLine(String id, String name) {}

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
