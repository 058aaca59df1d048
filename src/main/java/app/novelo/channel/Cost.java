package app.novelo.channel;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one message costs by the price list of its day.
 *
 * @param line null if it is none of ours any more
 * @param month in which it counts, in the time zone of the line's account
 * @param category the channel's word; {@value #UNKNOWN} if it gave none
 * @param type the rule that decided, likewise
 * @param market whose price it has; null if the channel did not tell whom it was sent to
 * @param billable null if the channel's words do not tell
 * @param amount exact, never rounded; null if nobody knows the price
 * @param currency of the account, ISO 4217
 * @param sample taken from the shipped sample list, which is nobody's
 */
public record Cost(
        @Nullable UUID line,
        YearMonth month,
        String category,
        String type,
        @Nullable String market,
        @Nullable Boolean billable,
        @Nullable BigDecimal amount,
        String currency,
        boolean sample) {

    public static final String UNKNOWN = "unknown";

    private static final int CENTS = 2;

    /** @return the same amount with no more digits than it needs, and no fewer than people write */
    public static BigDecimal shown(BigDecimal amount) {
        var plain = amount.stripTrailingZeros();
        return plain.scale() < CENTS ? plain.setScale(CENTS) : plain;
    }
}
