package app.novelo.sandbox.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a business shows to the Graph API: the token of a system user of one account.
 *
 * @param scopes what it permits
 * @param expiresAt business time; null = never
 */
record Token(String value, String account, List<String> scopes, @Nullable Instant expiresAt, boolean revoked) {

    /** What a token may permit. */
    enum Scope {
        MESSAGING("whatsapp_business_messaging"),
        MANAGEMENT("whatsapp_business_management");

        final String word;

        Scope(String word) {
            this.word = word;
        }

        static List<String> all() {
            return Arrays.stream(values()).map(scope -> scope.word).toList();
        }
    }

    boolean permits(Scope scope) {
        return scopes.contains(scope.word);
    }

    boolean isExpiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
