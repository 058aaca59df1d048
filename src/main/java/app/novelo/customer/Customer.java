package app.novelo.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of a customer. Of several numbers or ids it is the one that he used last.
 *
 * @param phone digits without plus, as the channel dials it
 * @param phoneDisplay as people write it: {@code +55 11 91234-5678}
 * @param userId business-scoped user id
 */
public record Customer(
        UUID id,
        String name,
        @Nullable String phone,
        @Nullable String phoneDisplay,
        @Nullable String userId,
        @Nullable String username,
        @Nullable String language,
        @Nullable String segment,
        @Nullable String contract,
        @Nullable String owner) {}
