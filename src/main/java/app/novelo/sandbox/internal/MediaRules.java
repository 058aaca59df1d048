package app.novelo.sandbox.internal;

import static java.util.Map.entry;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which files a business may upload, and as what it may send them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">Meta, Media</a>
 */
final class MediaRules {

    private static final long MB = 1L << 20;
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");
    private static final Set<String> SOUNDS = Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/3gpp");
    private static final Set<String> STICKERS = Set.of("image/webp");
    private static final Set<String> DOCUMENTS = Set.of(
            "text/plain",
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private record Rule(Set<String> types, long most) {}

    private static final Map<String, Rule> BY_KIND = Map.ofEntries(
            entry("image", new Rule(IMAGES, 5 * MB)),
            entry("audio", new Rule(SOUNDS, 16 * MB)),
            entry("video", new Rule(VIDEOS, 16 * MB)),
            entry("sticker", new Rule(STICKERS, MB / 2)),
            entry("document", new Rule(DOCUMENTS, 100 * MB)));

    private MediaRules() {}

    static boolean isMedia(String kind) {
        return BY_KIND.containsKey(kind);
    }

    static void upload(String mimeType, long size) {
        var plain = plain(mimeType);
        var rule = BY_KIND.values().stream()
                .filter(candidate -> candidate.types.contains(plain))
                .findFirst()
                .orElseThrow(() -> new GraphError(
                        100,
                        "Param file must be a file with one of the following types: %s. Received file of type '%s'."
                                .formatted(String.join(", ", all()), mimeType)));
        if (size > rule.most) {
            throw new GraphError(131053, "File of type %s may have %d bytes.".formatted(plain, rule.most));
        }
        if (size == 0) {
            throw new GraphError(100, "The parameter file is required.");
        }
    }

    /** @return whether a file of this type goes out as this kind; a document may be anything that could be uploaded */
    static boolean sends(String kind, GraphFile file) {
        var rule = BY_KIND.get(kind);
        return rule != null
                && (kind.equals("document") || rule.types.contains(plain(file.mimeType())))
                && file.size() <= rule.most;
    }

    static String plain(String mimeType) {
        int end = mimeType.indexOf(';');
        return (end < 0 ? mimeType : mimeType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    private static Set<String> all() {
        var all = new LinkedHashSet<String>();
        BY_KIND.values().forEach(rule -> rule.types.stream().sorted().forEach(all::add));
        return all;
    }
}
