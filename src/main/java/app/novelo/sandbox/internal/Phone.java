package app.novelo.sandbox.internal;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A customer's phone.
 *
 * @param name the profile name that its owner chose
 * @param username set: WhatsApp keeps the number from the business, which knows the customer by {@code userId} only
 * @param userId business-scoped user id
 * @param parentUserId the same for linked portfolios; null where there are none
 */
record Phone(
        Digits number,
        String name,
        @Nullable String username,
        String userId,
        @Nullable String parentUserId,
        Reading reading) {

    /** When the phone sends read receipts. */
    enum Reading {
        /** As soon as somebody has the chat on the screen. */
        SHOWN,
        /** Right after delivery. */
        ALWAYS,
        /** Its owner has switched them off. */
        NEVER
    }

    static Phone fresh(Digits number) {
        return new Phone(number, number.forPeople(), null, userIdOf(number), null, Reading.SHOWN);
    }

    /** Twenty digits behind the country, the same for a number for ever. */
    private static String userIdOf(Digits number) {
        var hash = new BigInteger(1, DigestUtils.sha256(number.value()));
        return number.country() + "." + hash.toString().substring(0, 20);
    }

    /** @return a user id of the same country that nobody has had */
    String freshUserId() {
        return number.country() + "." + new BigInteger(66, new SecureRandom()).add(BigInteger.TEN.pow(19));
    }

    boolean hidesNumber() {
        return username != null;
    }
}
