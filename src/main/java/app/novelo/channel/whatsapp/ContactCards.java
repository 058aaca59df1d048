package app.novelo.channel.whatsapp;

import app.novelo.channel.ContactCard;
import app.novelo.channel.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Cards that the customer passes on. */
final class ContactCards {

    private ContactCards() {}

    static Reading read(JsonNode own) {
        var cards = each(own, ContactCards::card);
        boolean requested = StreamSupport.stream(own.spliterator(), false)
                .anyMatch(card -> card.path("origin").asText().equals("contact_request"));
        var text = cards.stream().map(ContactCards::line).collect(Collectors.joining("\n"));
        return cards.isEmpty() ? Reading.NOTHING : Reading.of(text, new Content.Contacts(cards, requested));
    }

    private static ContactCard card(JsonNode card) {
        var name = card.path("name");
        var first = Fields.text(name.path("first_name"));
        var last = Fields.text(name.path("last_name"));
        var shown = Fields.text(name.path("formatted_name"));
        var joined = joined(" ", first, last);
        return new ContactCard(
                shown != null ? shown : joined != null ? joined : "?",
                first,
                last,
                each(card.path("phones"), ContactCards::phone),
                entries(card.path("emails"), "email"),
                entries(card.path("addresses"), "street", "city", "state", "zip", "country"),
                entries(card.path("urls"), "url"),
                Fields.text(card.path("org").path("company")),
                Fields.text(card.path("birthday")));
    }

    private static ContactCard.Phone phone(JsonNode phone) {
        return new ContactCard.Phone(
                Fields.text(phone.path("phone")), Fields.text(phone.path("wa_id")), Fields.text(phone.path("type")));
    }

    private static List<ContactCard.Entry> entries(JsonNode list, String... names) {
        return each(list, entry -> {
            var value = joined(
                    ", ",
                    Stream.of(names).map(name -> Fields.text(entry.path(name))).toArray(String[]::new));
            return value == null ? null : new ContactCard.Entry(value, Fields.text(entry.path("type")));
        });
    }

    private static String line(ContactCard card) {
        var numbers = card.phones().stream()
                .map(phone -> phone.number() == null ? phone.channelId() : phone.number())
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(card.name()), numbers).collect(Collectors.joining(", "));
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, @Nullable T> read) {
        return list.isArray()
                ? StreamSupport.stream(list.spliterator(), false)
                        .filter(JsonNode::isObject)
                        .map(read)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private static @Nullable String joined(String between, @Nullable String... parts) {
        var text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
        return text.isEmpty() ? null : text;
    }
}
