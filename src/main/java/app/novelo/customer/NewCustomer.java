package app.novelo.customer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has not written to us yet, as people write him down: nothing of it is checked.
 *
 * @param phone in any writing, with or without the country
 * @param contract which the company has with him, in its own words
 * @param owner user id of the person responsible
 * @param fields what the company notes under names of its own
 */
public record NewCustomer(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String segment,
        @Nullable String contract,
        @Nullable String owner,
        Map<String, String> fields) {}
