package app.novelo.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the channel says of a message that we sent.
 *
 * @param ourId what we had sent along as our own id, if the channel returns it
 * @param status lower case, as the channel writes it: sent, delivered, read, played, failed
 * @param at the channel's time
 * @param pricing the channel's JSON about the price, kept as it is
 * @param charge what it says, as far as it can be read; null without a price
 */
public record StatusUpdate(
        String providerId,
        @Nullable String ourId,
        String status,
        Instant at,
        List<ChannelError> errors,
        @Nullable String pricing,
        @Nullable Charge charge) {}
