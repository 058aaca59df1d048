package app.novelo.channel;

import org.jspecify.annotations.Nullable;

/**
 * What one check of a line found.
 *
 * @param check what was looked at: {@code token}, {@code number}, {@code account}, {@code subscription}, {@code webhook},
 *     {@code payment}
 * @param reason a word for programs and translations, such as {@code ok} or {@code token-revoked}
 * @param detail for people, in English, with what was found
 * @param remedy what to do; null if it is fine
 */
public record Finding(String check, boolean ok, String reason, String detail, @Nullable String remedy) {

    public static Finding fine(String check, String detail) {
        return new Finding(check, true, "ok", detail, null);
    }

    public static Finding wrong(String check, String reason, String detail, String remedy) {
        return new Finding(check, false, reason, detail, remedy);
    }
}
