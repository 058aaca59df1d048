package app.novelo.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Strangers' bytes in our own origin: nothing in them may run, and a browser believes our type or none. */
public final class Downloads {

    /** The bytes of an id never change; who may see them may. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private Downloads() {}

    /** Spring answers {@code Range} for a resource. */
    public static ResponseEntity<Resource> of(Path file, @Nullable String type, String filename) {
        boolean inline = type != null && FileKind.SAFE.contains(type);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, inline ? type : FileKind.UNKNOWN)
                .header(HttpHeaders.CONTENT_DISPOSITION, (inline ? "inline" : "attachment") + named(filename))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .body(new FileSystemResource(file));
    }

    /** RFC 6266: in ASCII for old clients, in UTF-8 for the others. */
    private static String named(String filename) {
        var ascii = filename.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        var utf8 = URLEncoder.encode(filename, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
    }
}
