package app.novelo.channel;

import org.jspecify.annotations.Nullable;

/**
 * The customer as the channel names him; at least one of the ids is present.
 *
 * @param phone digits without plus, as WhatsApp's {@code wa_id}; absent for users with a username
 * @param userId business-scoped user id (BSUID), such as {@code BR.13491208655302741918}
 * @param parentUserId user id within linked portfolios
 * @param name what he calls himself; may be empty, or nothing but emoji
 */
public record Sender(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentUserId,
        @Nullable String username,
        @Nullable String name) {}
