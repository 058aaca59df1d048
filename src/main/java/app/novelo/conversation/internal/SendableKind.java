package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MediaOutcome.FileFacts;
import app.novelo.conversation.internal.RefusedFile.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
    /** Half a megabyte if it moves; see {@link #checkSticker}. */
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

    private static final long MOST_OF_A_STILL_STICKER = 100L << 10;
    private static final int SIDE_OF_A_STICKER = 512;

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

    /** @throws RefusedFile if no kind of message takes such a file */
    static void checkAny(FileFacts file) {
        var fitting = Arrays.stream(values())
                .filter(kind -> kind.types.contains(file.mimeType()))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedFile(Reason.TYPE, "this is " + file.mimeType() + "; WhatsApp takes " + allTypes()));
        if (!fitting.fits(file.size())) {
            throw new RefusedFile(Reason.SIZE, fitting.limit());
        }
        if (fitting == STICKER) {
            checkSticker(file);
        }
    }

    private static String allTypes() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.types.stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void checkSticker(FileFacts file) {
        if (!file.animated() && file.size() > MOST_OF_A_STILL_STICKER) {
            throw new RefusedFile(
                    Reason.SIZE, "a sticker that does not move has 1 to " + MOST_OF_A_STILL_STICKER + " bytes");
        }
        boolean square = file.width() != null
                && file.height() != null
                && file.width() == SIDE_OF_A_STICKER
                && file.height() == SIDE_OF_A_STICKER;
        if (!square) {
            throw new RefusedFile(Reason.DIMENSIONS, "a sticker has 512 × 512 pixels");
        }
    }

    boolean takes(String type) {
        return types.contains(type);
    }

    /** @return MIME types */
    List<String> types() {
        return types;
    }

    boolean fits(long size) {
        return size > 0 && size <= most;
    }

    String limit() {
        return "a file of kind " + word() + " has 1 to " + most + " bytes";
    }
}
