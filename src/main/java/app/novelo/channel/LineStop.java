package app.novelo.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a line from sending and will not pass by itself: an event of the channel, an accepted check or a manager ends
 * it. A refusal that is tried again by itself is none.
 *
 * @param why the channel's words; empty where the cause says it all
 * @param until business time at which it ends after all; null = nobody knows
 */
public record LineStop(Cause cause, String why, Instant since, @Nullable Instant until) {

    /** The gravest first. */
    public enum Cause {
        /** The account was deleted. */
        DELETED,
        /** The account was taken off this way of sending. */
        OFFBOARDED,
        /** The account was banned. */
        BANNED,
        /** The channel has examined the account and rejected it. */
        REJECTED,
        /** The account may not answer customers for a while. */
        RESTRICTED,
        /** The number is not connected, or banned. */
        NUMBER,
        /** The channel says of number or account that it cannot send. */
        BLOCKED,
        /** A manager has switched the line off. */
        SWITCHED_OFF
    }
}
