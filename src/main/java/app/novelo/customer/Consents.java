package app.novelo.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What customers allow. A ledger: nothing in it is changed. Of a purpose the newest entry counts, by the time at which he said
 * it and not at which we heard of it, and of two of one moment the one that withdraws. Two customers who are one have one
 * ledger.
 */
public interface Consents {

    /** @return what counts now; empty if he never said anything about it */
    Optional<Consent> of(UUID customer, Purpose purpose);

    /** @return what counts now, one of a purpose at most, by the ids that were asked for; a list for each of them */
    Map<UUID, List<Consent>> of(Collection<UUID> customers);

    /**
     * Writes it down in the caller's transaction; the very same a second time is written once.
     *
     * @return whether what he allows is another now: false if it says what counts already, or is older than what counts
     */
    boolean record(UUID customer, Consent consent);

    /**
     * Writes down what people allow who have come into being in this transaction: nobody knows them yet, so nobody is told.
     *
     * @param customers each of them once
     */
    void recordOfNew(Map<UUID, List<Consent>> customers);
}
