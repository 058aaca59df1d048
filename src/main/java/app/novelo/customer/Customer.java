package app.novelo.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of a customer.
 *
 * @param phone digits without plus, as the channel dials it
 * @param userId business-scoped user id
 */
public record Customer(
        UUID id,
        String name,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String language,
        @Nullable String segment,
        @Nullable String owner) {}
