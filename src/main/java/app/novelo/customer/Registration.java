package app.novelo.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in people whom the company knows from elsewhere, before they have written. */
public interface Registration {

    /**
     * Reads a number as people write it.
     *
     * @return its digits with the country's, as channels dial it; empty if nobody can have such a number
     */
    Optional<String> dialled(String written);

    /**
     * @return as {@link #dialled}
     * @throws app.novelo.platform.BadRequest naming {@code phone}
     */
    String required(@Nullable String written);

    /** @return the form of a number under which its variants meet */
    String key(String dialled);

    /**
     * Checks what is told of somebody, as when a person writes him down; he may have no name.
     *
     * @throws app.novelo.platform.BadRequest naming the field that cannot be taken
     */
    Person checked(NewCustomer told);

    /** @return whether a customer can have a field of that name */
    boolean isField(String name);

    /** @return who has these numbers, by the number asked for */
    Map<String, UUID> known(Collection<String> dialled);

    /**
     * Joins the caller's transaction, in which nobody else makes or merges these people from now on. No event tells of them
     * one by one.
     *
     * @param fill whether somebody who is known gets what was not known of him; nothing is ever replaced
     * @return what became of each, in their order
     */
    List<Registered> register(List<Person> people, boolean fill, Instant at);

    /** @param dialled digits with the country's */
    record Person(
            String dialled,
            @Nullable String name,
            @Nullable String language,
            @Nullable String segment,
            @Nullable String contract,
            @Nullable String owner,
            Map<String, String> fields) {

        /** @param id of a user who is there */
        public Person ownedBy(@Nullable String id) {
            return new Person(dialled, name, language, segment, contract, id, fields);
        }
    }

    record Registered(UUID customer, Outcome outcome) {}

    /** What became of a person. */
    enum Outcome {
        CREATED,
        FILLED,
        /** He was known, and nothing was changed. */
        KNOWN
    }
}
