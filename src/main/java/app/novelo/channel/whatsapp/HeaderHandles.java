package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelMedia.Upload;
import app.novelo.channel.UploadedFiles;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows Meta the file that may stand above a template.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/upload">Meta, Resumable Upload API</a>
 */
@Component
class HeaderHandles {

    private static final Map<String, Set<String>> TYPES = Map.of(
            "IMAGE", Set.of("image/jpeg", "image/png"),
            "VIDEO", Set.of("video/mp4"),
            "DOCUMENT", Set.of("application/pdf"));

    /** Bytes; those of the messages that will carry it. */
    private static final Map<String, Long> MOST = Map.of("IMAGE", 5L << 20, "VIDEO", 16L << 20, "DOCUMENT", 100L << 20);

    /** What Meta calls a session becomes the path of the next call. */
    private static final Pattern SESSION = Pattern.compile("upload:[A-Za-z0-9_:=&?.%-]{1,2000}");

    /** For a hundred megabytes on a slow line. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final GraphCalls calls;
    private final UploadedFiles files;

    HeaderHandles(GraphCalls calls, UploadedFiles files) {
        this.calls = calls;
        this.files = files;
    }

    /**
     * @return null where no file stands above it
     * @throws BadRequest naming {@code header.media}
     */
    @Nullable
    String of(Caller caller, String account, TemplateWish wish) throws IOException, GraphRefused {
        var header = wish.header();
        if (header == null || header.media() == null) {
            return null;
        }
        var type = String.valueOf(header.type());
        var file = files.find(caller, id(header.media()))
                .orElseThrow(() -> new BadRequest("header.media", "there is no such file of yours; upload it first"));
        long size = Files.size(file.file());
        if (!TYPES.getOrDefault(type, Set.of()).contains(file.mimeType())) {
            throw new BadRequest(
                    "header.media", "this is %s; possible are %s".formatted(file.mimeType(), TYPES.get(type)));
        }
        if (size > MOST.getOrDefault(type, 0L)) {
            throw new BadRequest("header.media", "has at most %d bytes".formatted(MOST.get(type)));
        }
        return hand(account, file, size);
    }

    private static UUID id(String media) {
        try {
            return UUID.fromString(media);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("header.media", "not the id of an uploaded file");
        }
    }

    private String hand(String account, Upload file, long size) throws IOException, GraphRefused {
        var begin = "app/uploads?file_name=%s&file_length=%d&file_type=%s"
                .formatted(GraphCalls.encoded(file.filename()), size, GraphCalls.encoded(file.mimeType()));
        var session = calls.call(calls.request(account, begin).POST(BodyPublishers.noBody()))
                .path("id")
                .asText();
        if (!SESSION.matcher(session).matches()) {
            throw new IOException("an upload without a session");
        }
        var bytes = calls.request(account, session)
                .timeout(LONG)
                .header("file_offset", "0")
                .POST(BodyPublishers.ofFile(file.file()));
        var handle = calls.call(bytes).path("h").asText();
        if (handle.isEmpty()) {
            throw new IOException("an upload without a handle");
        }
        return handle;
    }
}
