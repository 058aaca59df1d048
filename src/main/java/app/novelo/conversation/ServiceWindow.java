package app.novelo.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which WhatsApp lets a business send free text.
 *
 * <p>Every message of the customer opens it again for 24 hours, counted from WhatsApp's own timestamp, not from our receipt.
 * It is held to close five minutes early, because a message that is on its way when it closes is refused.
 *
 * @param lastInbound the customer's newest message; null if he never wrote
 * @param closed when WhatsApp said that it is closed, whatever we counted; null if it did not
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages">Meta, Customer service
 *     windows</a>
 */
public record ServiceWindow(@Nullable Instant lastInbound, @Nullable Instant closed) {

    private static final Duration LENGTH = Duration.ofHours(24);
    private static final Duration EARLY = Duration.ofMinutes(5);

    /** @return true from the customer's message to the window's end, exclusive */
    public boolean isOpenAt(Instant moment) {
        var end = closesAt();
        return end != null && moment.isBefore(end);
    }

    /** @return when it closes or closed; null if it never was open */
    public @Nullable Instant closesAt() {
        if (lastInbound == null) {
            return null;
        }
        var end = lastInbound.plus(LENGTH).minus(EARLY);
        return closed != null && closed.isBefore(end) ? closed : end;
    }
}
