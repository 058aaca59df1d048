package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who become known by another number or another user id, and the system messages that tell of it. */
@SandboxOnly
@Service("sandboxIdentities") // module customer has a bean of the plain name
@Transactional
class PhoneOwners {

    private final Phones phones;
    private final Chats chats;
    private final Stances stances;
    private final Exchange exchange;
    private final MetaJson json;

    PhoneOwners(Phones phones, Chats chats, Stances stances, Exchange exchange, MetaJson json) {
        this.phones = phones;
        this.chats = chats;
        this.stances = stances;
        this.exchange = exchange;
        this.json = json;
    }

    /** The owner takes his name and his chats along; the old number is nobody's. @return the phone with its new number */
    Phone changeNumber(Line line, Phone old, Digits to) {
        if (to.equals(old.number()) || !chats.of(to, null).isEmpty()) {
            throw new BadRequest("to", "the new number is somebody's already");
        }
        phones.remove(to);
        var fresh = Phone.fresh(to);
        var owner = new Phone(to, old.name(), old.username(), fresh.userId(), old.parentUserId(), old.reading());
        phones.keep(owner);
        tell(line, old, owner, "user_changed_number", "%s changed number".formatted(old.name()));
        chats.move(old.number(), to);
        stances.move(old.number(), to);
        phones.remove(old.number());
        return owner;
    }

    /** @return the phone, whose owner has another user id from now on */
    Phone changeUser(Line line, Phone phone) {
        var renamed = phones.rename(phone, phone.freshUserId());
        tell(line, phone, renamed, "user_changed_user_id", "%s changed user id".formatted(phone.name()));
        return renamed;
    }

    private void tell(Line line, Phone old, Phone now, String type, String words) {
        var message = json.object().put("type", "system");
        var system = message.putObject("system").put("type", type).put("body", words);
        if (!now.hidesNumber()) {
            system.put("wa_id", now.number().value());
        }
        system.put("user_id", now.userId()).put("previous_user_id", old.userId());
        if (now.parentUserId() != null) {
            system.put("parent_user_id", now.parentUserId());
        }
        exchange.write(line, old, message);
    }
}
