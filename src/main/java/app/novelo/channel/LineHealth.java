package app.novelo.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a number stands with its channel, in the channel's words; null = not known.
 *
 * @param quality GREEN, YELLOW, RED or UNKNOWN; falls when customers block or report it
 * @param limit how many customers a day may be written to first, such as TIER_2K
 * @param throughput STANDARD, HIGH or NOT_APPLICABLE
 * @param verifiedName what customers see
 * @param status CONNECTED, FLAGGED, RESTRICTED, BANNED …
 * @param canSend AVAILABLE, LIMITED or BLOCKED
 * @param checkedAt when it was read last
 */
public record LineHealth(
        @Nullable String quality,
        @Nullable String limit,
        @Nullable String throughput,
        @Nullable String verifiedName,
        @Nullable String nameStatus,
        @Nullable String status,
        @Nullable String canSend,
        @Nullable Instant checkedAt) {

    public static final LineHealth UNKNOWN = new LineHealth(null, null, null, null, null, null, null, null);
}
