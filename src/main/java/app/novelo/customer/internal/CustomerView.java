package app.novelo.customer.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as {@code docs/http-api.md} shows him.
 *
 * @param phone digits without plus; of several numbers, ids and user names these are the ones that he used last
 * @param fields what the company notes under names of its own
 * @param consents what counts now, one of a purpose at most
 * @param merged ids of customers who turned out to be he; each still leads here
 */
record CustomerView(
        UUID id,
        String name,
        @Nullable String phone,
        @Nullable String phoneDisplay,
        @Nullable String userId,
        @Nullable String username,
        @Nullable String language,
        @Nullable String segment,
        @Nullable String contract,
        @Nullable String owner,
        Map<String, String> fields,
        List<Known> identities,
        List<ConsentView> consents,
        List<UUID> merged,
        Instant createdAt) {

    /**
     * One way in which a channel knows or knew him.
     *
     * @param display as people write it
     * @param validUntil null while it is his
     * @param ended why it no longer is
     */
    record Known(
            String kind,
            String value,
            String display,
            Instant knownSince,
            @Nullable Instant validUntil,
            @Nullable String ended) {

        static Known of(Identity identity) {
            var value = identity.key().value();
            return new Known(
                    identity.key().kind().name(),
                    value,
                    switch (identity.key().kind()) {
                        case PHONE -> PhoneKey.display(value);
                        case USERNAME -> "@" + value;
                        default -> value;
                    },
                    identity.knownSince(),
                    identity.validUntil(),
                    identity.ended());
        }
    }
}
