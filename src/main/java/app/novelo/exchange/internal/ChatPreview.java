package app.novelo.exchange.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exported chat holds, before anything is done with it.
 *
 * @param participants who wrote, the one who wrote most first
 * @param customer who of them is not us; null if that has to be told
 * @param us likewise
 * @param order in which its dates are written; null if that has to be told
 * @param orders in which they may be written
 * @param firstAt of the first message; null as long as the order is not known
 * @param messages that somebody has said
 * @param files of them that are in the archive
 * @param missing of them whose file is not
 * @param told by WhatsApp itself, and not imported
 * @param asks what has to be told: {@code us}, {@code order}
 */
record ChatPreview(
        List<Participant> participants,
        @Nullable String customer,
        @Nullable String us,
        @Nullable DayOrder order,
        List<DayOrder> orders,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        long messages,
        long files,
        long missing,
        long told,
        List<Sample> samples,
        List<String> asks) {

    record Participant(String name, long messages) {}

    /** @param written its date as it stands there */
    record Sample(String name, String written, @Nullable String text, @Nullable String file) {}
}
