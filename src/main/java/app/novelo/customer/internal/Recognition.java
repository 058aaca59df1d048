package app.novelo.customer.internal;

import app.novelo.customer.Contact;
import app.novelo.customer.internal.Identity.Kind;
import app.novelo.customer.internal.IdentityRows.Ended;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells who writes.
 *
 * <p>In one portfolio a person has one user id, and nobody else ever gets it; a number goes to somebody else sooner or
 * later. So the user id counts first, and two customers with user ids of their own are two persons: a number that the one
 * had and the other shows has been given to the other, who must not inherit what the first has said
 * (docs/adr/0016-who-a-message-is-from.md). A number proves that two are one only where one of them has no user id yet.
 */
@Component
class Recognition {

    private final Holding holding;
    private final IdentityRows identities;
    private final CustomerRows customers;
    private final Learning learning;
    private final Merging merging;
    private final Occurrences occurrences;
    private final AddressBook names;

    Recognition(
            Holding holding,
            IdentityRows identities,
            CustomerRows customers,
            Learning learning,
            Merging merging,
            Occurrences occurrences,
            AddressBook names) {
        this.holding = holding;
        this.identities = identities;
        this.customers = customers;
        this.learning = learning;
        this.merging = merging;
        this.occurrences = occurrences;
        this.names = names;
    }

    /** Others may have dialled him in another form than his own, or know a number that he has left. */
    UUID identify(Contact contact, Instant now) {
        return known(holding.evidence(keys(contact))).orElseGet(() -> recognise(contact, now));
    }

    private Optional<UUID> known(Evidence evidence) {
        return evidence.owner(Kind.USER_ID).or(evidence::formerUser).or(() -> evidence.owner(Kind.PHONE)
                .filter(owner -> !isAnother(owner, evidence)));
    }

    private static List<Identity.Key> keys(Contact contact) {
        if (!contact.namesSomebody()) {
            throw new IllegalArgumentException("a customer has a phone or a user id");
        }
        return Identity.keys(contact);
    }

    UUID recognise(Contact contact, Instant now) {
        var evidence = holding.evidence(keys(contact));
        if (evidence.owner(Kind.USER_ID).isEmpty() && evidence.formerUser().isPresent()) {
            return evidence.formerUser().get(); // written before his ids changed: what it tells is old
        }
        var who = who(evidence, contact, now);
        var number =
                evidence.owned(Kind.PHONE).filter(owned -> !owned.customer().equals(who));
        if (number.isEmpty()) {
            learning.learn(who, contact, evidence, now);
            return who;
        }
        var owner = settle(number.get(), who, evidence, now);
        learning.learn(owner, contact, evidence.outdated(), now);
        return owner;
    }

    private UUID who(Evidence evidence, Contact contact, Instant now) {
        return evidence.owner(Kind.USER_ID)
                .or(() -> evidence.owner(Kind.PHONE).filter(owner -> !isAnother(owner, evidence)))
                .or(evidence::onlyChildOfParent)
                .orElseGet(() -> customers.create(names.nameOf(contact), now));
    }

    /** @return whether the message's user id shows that it is not from this customer */
    private boolean isAnother(UUID owner, Evidence evidence) {
        return evidence.has(Kind.USER_ID)
                && !evidence.sharesParent(owner)
                && identities.of(List.of(owner)).stream()
                        .anyMatch(identity -> identity.key().kind() == Kind.USER_ID && identity.isValid());
    }

    /** The number has been another customer's. */
    private UUID settle(Identity number, UUID who, Evidence evidence, Instant now) {
        if (isAnother(number.customer(), evidence)) {
            takeOver(number, who, now);
            return who;
        }
        return merging.merge(who, number.customer(), null, now);
    }

    void takeOver(Identity number, UUID who, Instant at) {
        identities.end(number.id(), Ended.TAKEN_OVER, at);
        occurrences.add(number.customer(), Occurrences.What.NUMBER_LOST, at);
        occurrences.add(who, Occurrences.What.NUMBER_TAKEN_OVER, at);
    }
}
