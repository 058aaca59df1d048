package app.novelo.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds customers, and makes them from their first message. */
public interface Customers {

    /**
     * Finds the customer by his user id, else by his phone, else creates him; learns what is new about him. Part of the
     * caller's transaction.
     *
     * @throws IllegalArgumentException if neither id is given
     */
    UUID recognise(@Nullable String phone, @Nullable String userId, @Nullable String name, Instant at);

    Optional<Customer> find(UUID id);

    /** @return empty if he has none, or is not known */
    Optional<String> segment(UUID id);

    Map<UUID, Customer> find(Collection<UUID> ids);

    void learnLanguage(UUID id, String language);
}
