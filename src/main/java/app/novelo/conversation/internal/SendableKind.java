package app.novelo.conversation.internal;

import app.novelo.platform.BadRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * As what a file may be sent over WhatsApp.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">Meta, Supported media types</a>
 */
enum SendableKind {
    IMAGE(5L << 20, "image/jpeg", "image/png"),
    VIDEO(16L << 20, "video/mp4", "video/3gpp"),
    /** Ogg holds Opus in mono, as our own voice notes do. */
    AUDIO(16L << 20, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    /** 100 KB if it does not move; the picture has 512 × 512 pixels. */
    STICKER(500L << 10, "image/webp"),
    DOCUMENT(
            100L << 20,
            "text/plain",
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final long most;
    private final List<String> types;

    SendableKind(long most, String... types) {
        this.most = most;
        this.types = List.of(types);
    }

    /** @param maxBytes of one file */
    record Limit(String kind, List<String> mimeTypes, long maxBytes) {}

    static List<Limit> limits() {
        return Arrays.stream(values())
                .map(kind -> new Limit(kind.word(), kind.types, kind.most))
                .toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SendableKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static Optional<SendableKind> ofType(String mimeType) {
        return Arrays.stream(values())
                .filter(kind -> kind.types.contains(mimeType))
                .findFirst();
    }

    /** @throws BadRequest if no kind of message takes such a file */
    static void checkAny(String type, long size) {
        var fitting = Arrays.stream(values())
                .filter(kind -> kind.types.contains(type))
                .toList();
        if (fitting.isEmpty()) {
            var all = new TreeSet<String>();
            Arrays.stream(values()).forEach(kind -> all.addAll(kind.types));
            throw new BadRequest("file", "this is " + type + "; WhatsApp takes " + String.join(", ", all));
        }
        fitting.get(0).checkSize("file", size);
    }

    /** @throws BadRequest if this kind of message does not take such a file */
    void check(String type, long size) {
        if (!types.contains(type)) {
            throw new BadRequest("media", "a message of kind " + word() + " takes " + String.join(", ", types));
        }
        checkSize("media", size);
    }

    private void checkSize(String field, long size) {
        if (size == 0 || size > most) {
            throw new BadRequest(field, "a file of kind " + word() + " has 1 to " + most + " bytes");
        }
    }
}
