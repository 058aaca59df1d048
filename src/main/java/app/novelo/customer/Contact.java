package app.novelo.customer;

import org.jspecify.annotations.Nullable;

/**
 * A person as a channel names him. Ids that are empty or longer than any channel's count as absent: cut, they would make
 * one of two strangers.
 *
 * @param phone digits without plus, as the channel dials it; absent for users who hide it behind a user name
 * @param userId business-scoped user id
 * @param parentUserId user id within linked portfolios
 * @param username may change hands: shown and searched for, never what a customer is recognised by
 * @param name what he calls himself; may be empty, or nothing but emoji
 */
public record Contact(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentUserId,
        @Nullable String username,
        @Nullable String name) {

    /** A user id has at most 160 characters. */
    private static final int LONGEST_ID = 200;

    public Contact {
        phone = id(phone);
        userId = id(userId);
        parentUserId = id(parentUserId);
        username = id(username);
    }

    private static @Nullable String id(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST_ID || text.indexOf('\0') >= 0
                ? null
                : text.strip();
    }

    /** @return whether somebody may be recognised by it */
    public boolean namesSomebody() {
        return phone != null || userId != null || parentUserId != null;
    }

    /** @return what people read: the name, else the user name as WhatsApp writes it; null if he tells neither */
    public @Nullable String shownName() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return username == null ? null : "@" + username;
    }
}
