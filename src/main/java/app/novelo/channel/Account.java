package app.novelo.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lines have in common: at WhatsApp a business account. The channel's own words; null = not known.
 *
 * @param funded whether it has a way to pay; without one nothing that costs is sent
 * @param ban the last word about a ban: SCHEDULE_FOR_DISABLE, DISABLE or REINSTATE
 * @param canSend AVAILABLE, LIMITED or BLOCKED
 * @param ownToken false: the settings' token serves
 * @param tokenExpires null = never, or not known
 * @param alerts what nobody has settled yet, the newest first
 * @param problem why it could not be read the last time
 */
public record Account(
        String id,
        String channel,
        String name,
        @Nullable String currency,
        @Nullable String review,
        @Nullable Boolean funded,
        @Nullable String ban,
        List<Restriction> restrictions,
        @Nullable String canSend,
        boolean ownToken,
        @Nullable Instant tokenAt,
        @Nullable String tokenBy,
        @Nullable Instant tokenExpires,
        List<Alert> alerts,
        @Nullable Instant checkedAt,
        @Nullable String problem) {

    /** @param until null = nobody knows */
    public record Restriction(String type, @Nullable Instant until) {}

    /**
     * @param about the channel's id or number of what it is about; empty = the account
     * @param severity CRITICAL, WARNING or INFORMATIONAL
     */
    public record Alert(String id, String about, String kind, String severity, String description, Instant at) {}
}
