package app.novelo.media.internal;

import app.novelo.media.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Apache Tika's magic numbers, on the first bytes alone: nothing is unpacked or parsed. */
@Component
class SniffedKind implements FileKind {

    /** Tika looks no further. */
    private static final int FIRST_BYTES = 64 << 10;

    /** Wrappers of which only the name tells what they wrap. */
    private static final Set<String> OPEN =
            Set.of(UNKNOWN, "text/plain", "application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    /** Tika's words for what browsers and WhatsApp call otherwise. */
    private static final Map<String, String> SPOKEN = Map.of(
            "audio/opus", "audio/ogg",
            "audio/vorbis", "audio/ogg",
            "application/ogg", "audio/ogg",
            "audio/x-aac", "audio/aac",
            "application/mp4", "video/mp4",
            "video/x-m4v", "video/mp4",
            "audio/x-m4a", "audio/mp4",
            "video/3gpp2", "video/3gpp");

    private final Tika tika = new Tika();

    @Override
    public String of(Path file, String name) throws IOException {
        byte[] start;
        try (var bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(FIRST_BYTES);
        }
        var type = spoken(tika.detect(start));
        if (type.equals(UNKNOWN) && isAdts(start)) {
            return "audio/aac";
        }
        if (!OPEN.contains(type)) {
            return type;
        }
        var named = spoken(tika.detect(start, name));
        return SAFE.contains(named) ? type : named;
    }

    private static String spoken(String type) {
        return SPOKEN.getOrDefault(type, type);
    }

    /** Sync word and layer of an AAC frame, which Tika does not know. */
    private static boolean isAdts(byte[] start) {
        return start.length > 7 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xF6) == 0xF0;
    }
}
