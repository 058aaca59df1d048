package app.novelo.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes down customers who have not written to us yet. */
public interface CustomerRegister {

    /**
     * Part of the caller's transaction, in which nobody else writes down or recognises whoever has this number. Who is there
     * already stays as he is.
     *
     * @throws app.novelo.platform.BadRequest naming the field that cannot be taken
     */
    Registered register(NewCustomer customer, Instant now);

    /**
     * @param phone in any writing
     * @throws app.novelo.platform.BadRequest naming {@code phone} if nobody can be called by it
     */
    Optional<UUID> find(String phone);

    /** @param isNew false for one who was there already, whatever he is called */
    record Registered(UUID customer, boolean isNew) {}
}
