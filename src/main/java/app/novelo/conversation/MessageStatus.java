package app.novelo.conversation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a message stands. A status of higher rank replaces one of lower rank and never the reverse: a late "sent" does not
 * resurrect a failed message, while a delivery after a failure is believed. Below {@link #ACCEPTED} the words are our own
 * and no ladder: a message whose call brought a late but definite no is queued again.
 */
public enum MessageStatus {
    RECEIVED(0),
    QUEUED(0),
    SENDING(1),
    UNKNOWN(2),
    ACCEPTED(3),
    SENT(4),
    FAILED(5),
    CANCELLED(5),
    DELIVERED(6),
    READ(7),
    PLAYED(8);

    private static final Set<MessageStatus> OF_CHANNEL = EnumSet.of(SENT, FAILED, DELIVERED, READ, PLAYED);

    private final int rank;

    MessageStatus(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    /**
     * @param name the channel's word, in lower case
     * @return empty if it is none of the channel's, be it one of ours
     */
    public static Optional<MessageStatus> ofChannel(String name) {
        return OF_CHANNEL.stream()
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
