package app.novelo.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds customers, and makes them from their first message. An id stays good after a merge: it names who goes on. */
public interface Customers {

    /**
     * Finds the customer by his user id, else by his phone, else creates him; learns what is new about him, and merges two
     * who prove to be one. Part of the caller's transaction, in which nobody else recognises or merges him from now on.
     *
     * @throws IllegalArgumentException if no id is given
     */
    UUID recognise(Contact contact, Instant at);

    /**
     * As {@link #recognise}, from what was said of him by others or long ago: of somebody who is known it learns nothing.
     *
     * @throws IllegalArgumentException if no id is given
     */
    UUID identify(Contact contact, Instant at);

    /**
     * The channel tells that somebody has other ids: he keeps his history, and the old ones no longer name him.
     *
     * @param contact as the channel named him, by old ids or new ones
     * @return the customer, who may be a stranger
     */
    UUID changed(Contact contact, IdentityChange change, Instant now);

    Optional<Customer> find(UUID id);

    /** @return empty if he is not known */
    Optional<Standing> standing(UUID id);

    /**
     * What the company decides of a customer.
     *
     * @param owner user id of whose customer he is
     */
    record Standing(@Nullable String segment, @Nullable String contract, @Nullable String owner) {}

    /**
     * All customers of one become another's.
     *
     * @param to null = nobody's
     * @return those that have changed
     */
    List<UUID> handOver(String from, @Nullable String to);

    /** @return by the ids that were asked for */
    Map<UUID, Customer> find(Collection<UUID> ids);

    /** @return ids of those of that segment, at most so many */
    List<UUID> ofSegment(String segment, int most);

    /**
     * @param text a part of a name or number, as people write it
     * @return the newest first
     */
    List<UUID> named(String text, int limit);

    void learnLanguage(UUID id, String language);
}
