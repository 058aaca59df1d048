package app.novelo.conversation.internal;

import org.jspecify.annotations.Nullable;

/** PostgreSQL keeps every character but one. */
final class StorableText {

    private StorableText() {}

    /** Replaces NUL by the replacement character; everything else stays as the customer wrote it. */
    static @Nullable String of(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }
}
