package app.novelo.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the channel tells of a person who has other ids from now on.
 *
 * @param phone the new one, or null
 * @param userId the new one, or null
 * @param previousUserId the one that it replaces, or null
 * @param at the channel's time of the change
 */
public record IdentityChange(
        @Nullable String phone, @Nullable String userId, @Nullable String previousUserId, Instant at) {

    /** A new number or user id; anything else changes nobody's identity. */
    public boolean namesSomethingNew() {
        return phone != null || userId != null;
    }
}
