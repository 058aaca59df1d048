package app.novelo.customer.internal;

import app.novelo.customer.Contact;
import app.novelo.customer.internal.Identity.Key;
import app.novelo.customer.internal.Identity.Kind;
import app.novelo.customer.internal.IdentityRows.Ended;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what a message tells of its sender. Writes nothing if nothing is new. */
@Component
class Learning {

    private final IdentityRows identities;
    private final CustomerRows customers;

    Learning(IdentityRows identities, CustomerRows customers) {
        this.identities = identities;
        this.customers = customers;
    }

    void learn(UUID who, Contact contact, Evidence evidence, Instant now) {
        var keys = evidence.keys();
        if (!keys.stream().allMatch(key -> isUpToDate(who, key, evidence.known()))) {
            var known = identities.of(keys); // a merge may have moved them
            keys.forEach(key -> learn(who, key, known, now));
        }
        var name = contact.shownName();
        if (name != null && evidence.isNameless(who)) {
            customers.isCalled(who, name);
        }
    }

    private static boolean isUpToDate(UUID who, Key key, List<Identity> known) {
        return known.stream()
                .anyMatch(identity -> identity.isValid()
                        && identity.newest()
                        && identity.customer().equals(who)
                        && identity.key().equals(key));
    }

    private void learn(UUID who, Key key, List<Identity> known, Instant now) {
        var own = known.stream()
                .filter(identity -> identity.isValid()
                        && identity.key().isSame(key)
                        && identity.customer().equals(who))
                .findFirst();
        if (own.isPresent()) {
            identities.use(own.get(), key, now);
            return;
        }
        if (key.kind() == Kind.USERNAME) {
            endOtherNames(who, key, known, now);
        }
        identities.add(key, who, now);
    }

    /** A person has one user name, and a user name one person. */
    private void endOtherNames(UUID who, Key key, List<Identity> known, Instant now) {
        known.stream()
                .filter(identity -> identity.isValid() && identity.key().isSame(key))
                .forEach(identity -> identities.end(identity.id(), Ended.TAKEN_OVER, now));
        identities.of(List.of(who)).stream()
                .filter(identity -> identity.isValid() && identity.key().kind() == Kind.USERNAME)
                .forEach(identity -> identities.end(identity.id(), Ended.REPLACED, now));
    }
}
