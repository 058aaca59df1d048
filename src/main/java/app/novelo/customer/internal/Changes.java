package app.novelo.customer.internal;

import app.novelo.customer.Contact;
import app.novelo.customer.IdentityChange;
import app.novelo.customer.internal.Identity.Kind;
import app.novelo.customer.internal.IdentityRows.Ended;
import app.novelo.customer.internal.Occurrences.What;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody has another number or user id from now on. */
@Component
class Changes {

    /** The channel tells seconds: of what came within one nobody knows whether it was before or after. */
    private static final Duration FINEST = Duration.ofSeconds(1);

    private final Holding holding;
    private final IdentityRows identities;
    private final Recognition recognition;
    private final Learning learning;
    private final Merging merging;
    private final Occurrences occurrences;

    Changes(
            Holding holding,
            IdentityRows identities,
            Recognition recognition,
            Learning learning,
            Merging merging,
            Occurrences occurrences) {
        this.holding = holding;
        this.identities = identities;
        this.recognition = recognition;
        this.learning = learning;
        this.merging = merging;
        this.occurrences = occurrences;
    }

    /** Where the notice comes twice, or after messages from under the new ids, it changes what is left to change. */
    UUID changed(Contact named, IdentityChange change, Instant now) {
        var before = before(named, change);
        var after = new Contact(change.phone(), change.userId(), named.parentUserId(), named.username(), named.name());
        var old = holding.evidence(Identity.keys(before));
        var fresh = holding.evidence(Identity.keys(after));
        var known = old.owner(Kind.USER_ID)
                .or(old::formerUser)
                .or(() -> old.owner(Kind.PHONE))
                .orElse(null);
        if (known == null) {
            var who = recognition.recognise(after.namesSomebody() ? after : named, now);
            Identity.keys(before).forEach(key -> identities.addFormer(key, who, change.at()));
            return who;
        }
        if (isOld(change, fresh)) {
            return known;
        }
        var who = joinWhoHasTheNew(known, fresh, change, now);
        end(who, before, change);
        learning.learn(who, after, fresh.outdated(), now);
        return who;
    }

    /** What it tells as new has been replaced since. */
    private static boolean isOld(IdentityChange change, Evidence fresh) {
        return fresh.owner(Kind.USER_ID).isEmpty()
                && fresh.known().stream()
                        .filter(of(Kind.USER_ID))
                        .map(Identity::validUntil)
                        .anyMatch(until -> until != null && until.isAfter(change.at()));
    }

    /** The channel may name him by what he had or by what he has. */
    private static Contact before(Contact named, IdentityChange change) {
        var userId = change.previousUserId() != null ? change.previousUserId() : named.userId();
        return new Contact(unless(named.phone(), change.phone()), unless(userId, change.userId()), null, null, null);
    }

    private static @Nullable String unless(@Nullable String old, @Nullable String fresh) {
        return old == null || old.equals(fresh) ? null : old;
    }

    /**
     * Whoever has the new user id is he: messages overtake notices. Whoever has the new number is he only if he came with
     * it after the change; before, it was another person's, who has lost it.
     */
    private UUID joinWhoHasTheNew(UUID known, Evidence fresh, IdentityChange change, Instant now) {
        var who = fresh.owner(Kind.USER_ID)
                .filter(owner -> !owner.equals(known))
                .map(owner -> merging.merge(known, owner, null, now))
                .orElse(known);
        var number = identities.of(numbers(fresh)).stream()
                .filter(identity -> identity.isValid() && !identity.customer().equals(who))
                .findFirst();
        if (number.isEmpty()) {
            return who;
        }
        if (number.get().knownSince().isBefore(change.at().plus(FINEST))
                || hasUserId(number.get().customer())) {
            recognition.takeOver(number.get(), who, change.at());
            return who;
        }
        return merging.merge(who, number.get().customer(), null, now);
    }

    private static List<Identity.Key> numbers(Evidence evidence) {
        return evidence.keys().stream().filter(key -> key.kind() == Kind.PHONE).toList();
    }

    private boolean hasUserId(UUID customer) {
        return valid(customer).anyMatch(of(Kind.USER_ID));
    }

    private void end(UUID who, Contact before, IdentityChange change) {
        boolean ended = false;
        for (var identity : former(who, before, change)) {
            identities.end(identity.id(), Ended.CHANGED, change.at());
            ended = true;
        }
        if (ended) {
            occurrences.add(who, change.phone() == null ? What.USER_ID_CHANGED : What.NUMBER_CHANGED, change.at());
        }
    }

    private List<Identity> former(UUID who, Contact before, IdentityChange change) {
        var own = valid(who).toList();
        return Stream.of(
                        former(own, Kind.PHONE, before.phone(), change.phone()),
                        former(own, Kind.USER_ID, before.userId(), change.userId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A notice that tells the new one and not the old means the one that we know, if there is just one. */
    private static Optional<Identity> former(
            List<Identity> own, Kind kind, @Nullable String before, @Nullable String after) {
        if (after == null) {
            return Optional.empty();
        }
        var others = own.stream()
                .filter(of(kind))
                .filter(identity -> !identity.key().isSame(kind.key(after)))
                .toList();
        if (before == null) {
            return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
        }
        return others.stream()
                .filter(identity -> identity.key().isSame(kind.key(before)))
                .findFirst();
    }

    private Stream<Identity> valid(UUID customer) {
        return identities.of(List.of(customer)).stream().filter(Identity::isValid);
    }

    private static Predicate<Identity> of(Kind kind) {
        return identity -> identity.key().kind() == kind;
    }
}
