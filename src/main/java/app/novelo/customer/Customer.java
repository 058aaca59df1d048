package app.novelo.customer;

import java.util.Optional;
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
        @Nullable String owner) {

    /** What stands where his name would: his number, in any spelling, or user name, or nothing at all. Read by PostgreSQL too. */
    public static final String STANDS_FOR_A_NAME = "^([?]|[+][0-9 ()-]+|@.+)$";

    /** @return empty while nobody knows what he is called */
    public Optional<String> ownName() {
        return Optional.of(name).filter(told -> !told.isBlank() && !told.matches(STANDS_FOR_A_NAME));
    }
}
