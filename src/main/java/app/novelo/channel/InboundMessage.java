package app.novelo.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message between a customer and the company that did not come from here, read from the channel's own form.
 *
 * @param echo the company wrote it in the channel's own app, beside this program
 * @param sender the customer: who wrote it, or to whom an echo was written
 * @param providerId the channel's id of the message: the key of deduplication
 * @param at the channel's own time of the message
 * @param kind {@code text}, or the channel's word for anything else
 * @param text what a reader, a search and an AI read of it: its words, a caption, the title of a pressed button, an address;
 *     null where there is nothing to read
 * @param content what else it holds; null for a kind that the adapter does not know: then the payload is all there is
 * @param media the file that belongs to it
 * @param replyTo provider id of the message that is answered
 * @param payload as it came
 */
public record InboundMessage(
        Line line,
        boolean echo,
        Sender sender,
        String providerId,
        Instant at,
        String kind,
        @Nullable String text,
        @Nullable Content content,
        @Nullable MediaReference media,
        Circumstances circumstances,
        @Nullable String replyTo,
        JsonNode payload) {

    public InboundMessage at(Instant other) {
        return new InboundMessage(
                line, echo, sender, providerId, other, kind, text, content, media, circumstances, replyTo, payload);
    }
}
