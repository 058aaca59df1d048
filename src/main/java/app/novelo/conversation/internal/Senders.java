package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;
import app.novelo.customer.Contact;
import app.novelo.customer.Customers;
import app.novelo.customer.IdentityChange;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose message it is; what a message tells of its sender's ids is learned before anything of it is stored. */
@Component
class Senders {

    /** The channel's words for: this person has other ids from now on. The last one is what it said before user ids. */
    private static final Set<String> OTHER_IDS =
            Set.of("user_changed_number", "user_changed_user_id", "customer_changed_number");

    private final Customers customers;
    private final Clock clock;

    Senders(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** To whom the company wrote. How it dialled him tells nothing new of him. */
    UUID receiverOf(InboundMessage echo) {
        return customers.identify(contact(echo), clock.instant());
    }

    private static Contact contact(InboundMessage message) {
        var sender = message.sender();
        return new Contact(sender.phone(), sender.userId(), sender.parentUserId(), sender.username(), sender.name());
    }

    UUID of(InboundMessage message) {
        var contact = contact(message);
        return change(message)
                .map(change -> customers.changed(contact, change, clock.instant()))
                .orElseGet(() -> customers.recognise(contact, clock.instant()));
    }

    private static Optional<IdentityChange> change(InboundMessage message) {
        return Optional.ofNullable(message.content())
                .filter(Content.SystemNotice.class::isInstance)
                .map(Content.SystemNotice.class::cast)
                .filter(notice -> OTHER_IDS.contains(notice.what()))
                .map(notice ->
                        new IdentityChange(notice.phone(), notice.userId(), notice.previousUserId(), message.at()))
                .filter(IdentityChange::namesSomethingNew);
    }
}
