package app.novelo.conversation.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PostgreSQL keeps every character but one. */
final class StorableText {

    /** An escaped NUL: an odd number of backslashes before it. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private StorableText() {}

    /** Replaces NUL by the replacement character; everything else stays as the customer wrote it. */
    static @Nullable String of(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    /** The same for JSON that goes into a {@code jsonb} column. */
    static String ofJson(String json) {
        return ESCAPED_NUL.matcher(json).replaceAll("$1\uFFFD");
    }
}
