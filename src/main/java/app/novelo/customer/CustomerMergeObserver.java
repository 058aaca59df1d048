package app.novelo.customer;

import java.util.UUID;

/**
 * Told when two customers become one, in the transaction of the merge, which holds both customers. Whoever keeps rows that
 * name a customer implements it; conversations come first, then their cases ({@code @Order}).
 */
public interface CustomerMergeObserver {

    /** @param from is no more; {@code into} goes on with all that was his */
    void merging(UUID from, UUID into);
}
