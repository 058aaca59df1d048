package app.novelo.channel.whatsapp;

import app.novelo.channel.ContactCard;
import app.novelo.platform.BadRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card needs a name of at least two parts: as it is shown, and one more.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages">Meta, Contacts</a>
 */
final class ContactLimits {

    /** Meta's advice is 50; it refuses more than 257. */
    private static final int MOST_CARDS = 257;

    private static final int MOST_ENTRIES = 50;
    private static final int LONGEST = 1000;

    private ContactLimits() {}

    static void check(@Nullable List<ContactCard> cards) {
        Limits.list("content.cards", cards, MOST_CARDS);
        for (int i = 0; cards != null && i < cards.size(); i++) {
            card("content.cards[" + i + "].", cards.get(i));
        }
    }

    private static void card(String at, ContactCard card) {
        Limits.text(at + "name", card.name(), LONGEST);
        if (isEmpty(card.firstName()) && isEmpty(card.lastName())) {
            throw new BadRequest(
                    at + "firstName", "WhatsApp wants a first or last name besides the name that is shown");
        }
        Limits.atMost(at + "firstName", card.firstName(), LONGEST);
        Limits.atMost(at + "lastName", card.lastName(), LONGEST);
        Limits.atMost(at + "organization", card.organization(), LONGEST);
        if (!card.phones().isEmpty()) {
            phones(at + "phones", card.phones());
        }
        entries(at + "emails", card.emails());
        entries(at + "addresses", card.addresses());
        entries(at + "urls", card.urls());
        birthday(at + "birthday", card.birthday());
    }

    private static void phones(String at, List<ContactCard.Phone> phones) {
        Limits.list(at, phones, MOST_ENTRIES);
        for (int i = 0; i < phones.size(); i++) {
            Limits.text(at + "[" + i + "].number", phones.get(i).number(), LONGEST);
            Limits.atMost(at + "[" + i + "].label", phones.get(i).label(), LONGEST);
        }
    }

    private static void entries(String at, List<ContactCard.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Limits.list(at, entries, MOST_ENTRIES);
        for (int i = 0; i < entries.size(); i++) {
            Limits.text(at + "[" + i + "].value", entries.get(i).value(), LONGEST);
            Limits.atMost(at + "[" + i + "].label", entries.get(i).label(), LONGEST);
        }
    }

    private static void birthday(String at, @Nullable String day) {
        try {
            if (day != null) {
                LocalDate.parse(day);
            }
        } catch (DateTimeParseException e) {
            throw new BadRequest(at, "a day as YYYY-MM-DD");
        }
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
