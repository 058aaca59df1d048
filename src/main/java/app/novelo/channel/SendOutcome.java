package app.novelo.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to send. */
public sealed interface SendOutcome {

    /**
     * The channel has it; a status will tell more.
     *
     * @param held the channel's word for why it keeps it back for now; null if it does not
     */
    record Accepted(String providerId, @Nullable String held) implements SendOutcome {

        public Accepted(String providerId) {
            this(providerId, null);
        }
    }

    /**
     * Certainly not sent, and worth another attempt.
     *
     * @param delay before the second attempt
     * @param growth how many times longer each further delay is
     * @param most attempts in all
     */
    record Later(ChannelError error, Duration delay, int growth, int most) implements SendOutcome {}

    /** Certainly not sent, and an attempt more would not help. */
    record Refused(ChannelError error, Reason reason) implements SendOutcome {}

    /** Nobody knows: the connection broke after the request may have arrived. Never repeated blindly. */
    record Unknown(String why) implements SendOutcome {}

    /** What a refusal means for the conversation or the line. */
    enum Reason {
        /** The customer wrote too long ago; only a template would go through. */
        WINDOW_CLOSED,
        /** The customer asked not to be written to. */
        OPTED_OUT,
        /** The template cannot be sent as it is now: paused, disabled, gone, or another one than we know. */
        TEMPLATE_UNAVAILABLE,
        /** This message cannot reach this customer. */
        UNDELIVERABLE,
        /** The line itself may not send until a person has acted. */
        LINE_STOPPED
    }

    static Refused refused(int code, String title, @Nullable String details, Reason reason) {
        return new Refused(new ChannelError(code, title, details), reason);
    }
}
