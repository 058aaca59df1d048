package app.novelo.channel.whatsapp;

import static app.novelo.channel.whatsapp.GraphBodies.putIfThere;

import app.novelo.channel.ContactCard;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A card as the Graph API wants it. */
final class ContactBodies {

    private ContactBodies() {}

    static void write(ContactCard card, ObjectNode body) {
        var name = body.putObject("name").put("formatted_name", card.name());
        putIfThere(name, "first_name", card.firstName());
        putIfThere(name, "last_name", card.lastName());
        if (!card.phones().isEmpty()) {
            var phones = body.putArray("phones");
            card.phones().forEach(phone -> phone(phone, phones.addObject()));
        }
        entries(body, "emails", "email", card.emails());
        entries(body, "addresses", "street", card.addresses());
        entries(body, "urls", "url", card.urls());
        if (card.organization() != null && !card.organization().isBlank()) {
            body.putObject("org").put("company", card.organization());
        }
        putIfThere(body, "birthday", card.birthday());
    }

    /** Without {@code wa_id} the phone offers to invite instead of to write. */
    private static void phone(ContactCard.Phone phone, ObjectNode body) {
        putIfThere(body, "phone", phone.number());
        putIfThere(body, "wa_id", phone.channelId());
        putIfThere(body, "type", phone.label());
    }

    private static void entries(ObjectNode body, String list, String name, List<ContactCard.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var array = body.putArray(list);
        entries.forEach(entry -> {
            var written = array.addObject().put(name, entry.value());
            putIfThere(written, "type", entry.label());
        });
    }
}
