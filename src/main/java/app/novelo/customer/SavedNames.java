package app.novelo.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the company calls people in an address book of its own. Somebody whose own name is not known is called so, now or
 * when he becomes a customer.
 */
public interface SavedNames {

    /** Joins the caller's transaction; of several of one number the newest counts. */
    void save(List<SavedName> names);

    /**
     * @param phone digits without plus
     * @param name null: he no longer stands there; what he is called already stays
     * @param at when that was so
     */
    record SavedName(String phone, @Nullable String name, Instant at) {}
}
