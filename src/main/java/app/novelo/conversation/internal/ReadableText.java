package app.novelo.conversation.internal;

import app.novelo.channel.ContactCard;
import app.novelo.channel.Content;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader, a search and an AI read of a message of ours that has no words of its own. */
final class ReadableText {

    private ReadableText() {}

    static String of(Content.Sendable content, String text) {
        if (content instanceof Content.Location place) {
            return lines(Stream.of(place.name(), place.address()));
        }
        return content instanceof Content.Contacts contacts
                ? lines(contacts.cards().stream().flatMap(ReadableText::card))
                : text;
    }

    /** @return what the channel gets as the words of a message with this readable text */
    static String words(Content.Sendable content, @Nullable String readable) {
        boolean wordless = content instanceof Content.Location || content instanceof Content.Contacts;
        return wordless || readable == null ? "" : readable;
    }

    private static Stream<@Nullable String> card(ContactCard card) {
        return Stream.concat(Stream.of(card.name()), card.phones().stream().map(ContactCard.Phone::number));
    }

    private static String lines(Stream<@Nullable String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }
}
