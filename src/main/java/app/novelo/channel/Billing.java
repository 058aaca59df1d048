package app.novelo.channel;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the account that pays for a line.
 *
 * @param currency in which it pays, ISO 4217; null if unknown
 * @param zone in which its days and months begin; null if unknown
 */
public record Billing(@Nullable String currency, @Nullable ZoneId zone, Payment payment) {

    public static final Billing UNKNOWN = new Billing(null, null, Payment.UNKNOWN);

    /** Whether it can pay. */
    public enum Payment {
        PRESENT,
        /** WhatsApp refuses what is not free, with error 131042. */
        MISSING,
        UNKNOWN
    }
}
