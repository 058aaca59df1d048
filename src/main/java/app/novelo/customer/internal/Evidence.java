package app.novelo.customer.internal;

import app.novelo.customer.internal.Identity.Key;
import app.novelo.customer.internal.Identity.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom a message's ids name or named. */
record Evidence(List<Key> keys, List<Identity> known) {

    private static final Set<Kind> OF_ONE_PERSON = Set.of(Kind.PHONE, Kind.USER_ID);

    Optional<Identity> owned(Kind kind) {
        return known.stream()
                .filter(identity -> identity.key().kind() == kind && identity.isValid())
                .findFirst();
    }

    Optional<UUID> owner(Kind kind) {
        return owned(kind).map(Identity::customer);
    }

    boolean has(Kind kind) {
        return keys.stream().anyMatch(key -> key.kind() == kind);
    }

    /** Nobody else ever gets a user id: one that was replaced still names him, in a message from before. */
    Optional<UUID> formerUser() {
        return known.stream()
                .filter(identity -> identity.key().kind() == Kind.USER_ID && !identity.isValid())
                .map(Identity::customer)
                .findFirst();
    }

    /** @return empty if several customers have it */
    Optional<UUID> onlyChildOfParent() {
        var children = known.stream()
                .filter(identity -> identity.key().kind() == Kind.PARENT_USER_ID && identity.isValid())
                .map(Identity::customer)
                .collect(Collectors.toSet());
        return children.size() == 1 ? children.stream().findFirst() : Optional.empty();
    }

    boolean sharesParent(UUID customer) {
        return known.stream()
                .anyMatch(identity -> identity.key().kind() == Kind.PARENT_USER_ID
                        && identity.isValid()
                        && identity.customer().equals(customer));
    }

    /** @return what is left when it is out of date */
    Evidence outdated() {
        return new Evidence(keys, List.of());
    }

    /** @return false if a name of his own is known */
    boolean isNameless(UUID customer) {
        return known.stream().noneMatch(identity -> identity.customer().equals(customer) && !identity.nameless());
    }

    /** @return whether number and user id, as far as they are told, are known as his */
    private boolean isSettled() {
        return keys.stream().filter(key -> OF_ONE_PERSON.contains(key.kind())).allMatch(key -> owner(key.kind())
                        .isPresent())
                && customers().size() == 1;
    }

    /** Whoever holds a user name is not asked: it proves nothing. */
    private Set<UUID> customers() {
        return known.stream()
                .filter(identity -> identity.key().kind() != Kind.USERNAME)
                .filter(identity -> identity.isValid() || identity.key().kind() == Kind.USER_ID)
                .map(Identity::customer)
                .collect(Collectors.toSet());
    }

    /** Names of what must be held: the customers, and the keys themselves where somebody new may come of them. */
    TreeSet<String> locks() {
        var locks = customers().stream().map(UUID::toString).collect(Collectors.toCollection(TreeSet::new));
        if (!isSettled()) {
            keys.stream()
                    .filter(key -> key.kind() != Kind.USERNAME)
                    .map(Key::lock)
                    .forEach(locks::add);
        }
        return locks;
    }
}
