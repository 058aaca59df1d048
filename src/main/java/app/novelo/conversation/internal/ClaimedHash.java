package app.novelo.conversation.internal;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 as a channel writes it: WhatsApp's webhook in base64, its media call perhaps in hexadecimal. */
final class ClaimedHash {

    private static final int HEX = 64;

    private ClaimedHash() {}

    /**
     * @param found hexadecimal
     * @return false also if the claim is neither of both
     */
    static boolean fits(@Nullable String claimed, String found) {
        if (claimed == null || claimed.isBlank()) {
            return true;
        }
        var bytes = HexFormat.of().parseHex(found);
        try {
            var text = claimed.trim();
            var claim = text.length() == HEX
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            return Arrays.equals(claim, bytes);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
