package app.novelo.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a line stands with its channel, and what a manager should see to before it stops. */
public record Standing(LineHealth health, Account account, List<Warning> warnings) {

    /**
     * @param detail the channel's words; empty where the code says it all
     * @param until when it ends or happens; null = nobody knows
     */
    public record Warning(Code code, String detail, @Nullable Instant until) {}

    /** What to see to. */
    public enum Code {
        /** Customers block or report it: {@code detail} is the colour. */
        QUALITY,
        /** The number's status is none of health. */
        STATUS,
        /** Only some messages go through. */
        LIMITED,
        /** The name that customers see was declined. */
        NAME,
        /** The account will be banned. */
        BAN_SCHEDULED,
        /** Something is not allowed for a while. */
        RESTRICTION,
        /** There is no way to pay. */
        PAYMENT,
        /** The token ends soon. */
        TOKEN_ENDS,
        /** It could not be read how the line stands. */
        UNREAD,
        /** The channel tells of something else. */
        ALERT
    }
}
