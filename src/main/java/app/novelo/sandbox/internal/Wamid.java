package app.novelo.sandbox.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Ids of messages that look like Meta's: opaque base64, {@code /} and {@code +} included. */
final class Wamid {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 20;

    private Wamid() {}

    static String ofCall(Digits phone) {
        return "wacid." + fresh(phone).substring("wamid.".length());
    }

    static String fresh(Digits phone) {
        var number = phone.value().getBytes(StandardCharsets.US_ASCII);
        var bytes = new byte[3 + number.length + RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        bytes[0] = 0x1c;
        bytes[1] = 0x18;
        bytes[2] = (byte) number.length;
        System.arraycopy(number, 0, bytes, 3, number.length);
        return "wamid." + Base64.getEncoder().encodeToString(bytes);
    }
}
