package app.novelo.customer;

import java.util.Optional;
import java.util.UUID;

/** What customers allow. A ledger: nothing in it is changed, the newest entry of a purpose counts. */
public interface Consents {

    /** @return what counts now; empty if he never said anything about it */
    Optional<Consent> of(UUID customer, Purpose purpose);

    /**
     * Writes it down in the caller's transaction.
     *
     * @return false if it says what counts already, or is older than what counts: nothing was changed then
     */
    boolean record(UUID customer, Consent consent);
}
