package app.novelo.customer.internal;

import app.novelo.customer.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a channel knows or knew a customer.
 *
 * @param validUntil null while it is his
 * @param ended why it no longer is
 * @param newest the last used of its kind that the customer still has
 * @param nameless whether something stands for the customer's name
 */
record Identity(
        long id,
        Key key,
        UUID customer,
        Instant knownSince,
        @Nullable Instant validUntil,
        @Nullable String ended,
        boolean newest,
        boolean nameless) {

    /** In the order in which they are shown. */
    enum Kind {
        PHONE,
        USER_ID,
        PARENT_USER_ID,
        USERNAME;

        Key key(String value) {
            return switch (this) {
                case PHONE -> new Key(this, PhoneKey.of(value), value);
                case USERNAME -> new Key(this, value.toLowerCase(Locale.ROOT), value);
                default -> new Key(this, value, value);
            };
        }
    }

    /**
     * @param text what is compared
     * @param value what the channel wants to see
     */
    record Key(Kind kind, String text, String value) {

        boolean isSame(Key other) {
            return kind == other.kind && text.equals(other.text);
        }

        /** @return name of the lock under which a stranger is made */
        String lock() {
            return kind + ":" + text;
        }
    }

    static List<Key> keys(Contact contact) {
        var keys = new ArrayList<Key>();
        add(keys, Kind.PHONE, contact.phone());
        add(keys, Kind.USER_ID, contact.userId());
        add(keys, Kind.PARENT_USER_ID, contact.parentUserId());
        add(keys, Kind.USERNAME, contact.username());
        return keys;
    }

    private static void add(List<Key> keys, Kind kind, @Nullable String value) {
        if (value != null) {
            keys.add(kind.key(value));
        }
    }

    boolean isValid() {
        return validUntil == null;
    }
}
