package app.novelo.sandbox.internal;

import app.novelo.platform.NoveloSettings;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files on their way through the Resumable Upload API, which ends in a handle.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/upload">Meta, Resumable Upload API</a>
 */
@SandboxOnly
@Component("sandboxUploads")
class Uploads {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, Set<String>> TYPES = Map.of(
            "IMAGE", Set.of("image/jpeg", "image/png"),
            "VIDEO", Set.of("video/mp4"),
            "DOCUMENT", Set.of("application/pdf"));

    private final JdbcClient jdbc;
    private final GraphFiles files;
    private final Path folder;

    Uploads(JdbcClient jdbc, GraphFiles files, NoveloSettings settings) {
        this.jdbc = jdbc;
        this.files = files;
        this.folder = settings.dataDir().resolve("sandbox-media");
    }

    /**
     * @param fileType MIME
     * @param arrived bytes
     * @param handle null until all have arrived
     */
    record Upload(String id, String fileType, long size, long arrived, String name, @Nullable String handle) {}

    Upload begin(String fileType, long size, String name) {
        var id = new BigInteger(120, RANDOM).toString(36);
        jdbc.sql("insert into sandbox.upload (id, file_type, size, arrived, name) values (?, ?, ?, 0, ?)")
                .params(id, fileType, size, name)
                .update();
        return new Upload(id, fileType, size, 0, name, null);
    }

    Optional<Upload> find(String id) {
        return jdbc.sql("select id, file_type, size, arrived, name, handle from sandbox.upload where id = ?")
                .param(id)
                .query(Upload.class)
                .optional();
    }

    /** Takes the next bytes of the file; more than were announced are left where they are. */
    Upload append(Upload upload, InputStream bytes) throws IOException {
        var path = folder.resolve("upload-" + upload.id());
        Files.createDirectories(folder);
        long now = upload.arrived();
        try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var chunk = bytes.readNBytes((int) (upload.size() - upload.arrived()));
            out.write(chunk);
            now += chunk.length;
        }
        jdbc.sql("update sandbox.upload set arrived = ? where id = ?")
                .params(now, upload.id())
                .update();
        return now < upload.size() ? find(upload.id()).orElseThrow() : finish(upload, path);
    }

    private Upload finish(Upload upload, Path path) throws IOException {
        var encoder = Base64.getEncoder();
        var handle = "4:%s:%s:%s"
                .formatted(
                        encoder.encodeToString(upload.name().getBytes(StandardCharsets.UTF_8)),
                        encoder.encodeToString(upload.fileType().getBytes(StandardCharsets.UTF_8)),
                        "AR" + new BigInteger(200, RANDOM).toString(36));
        try (var bytes = Files.newInputStream(path)) {
            var file = files.add(null, bytes, upload.size(), upload.name(), upload.fileType());
            jdbc.sql("update sandbox.upload set handle = ?, media = ? where id = ?")
                    .params(handle, file.id(), upload.id())
                    .update();
        }
        Files.deleteIfExists(path);
        return find(upload.id()).orElseThrow();
    }

    /** @return the file of a handle, as long as it is kept */
    Optional<GraphFile> file(String handle) {
        return jdbc.sql("select media from sandbox.upload where handle = ?")
                .param(handle)
                .query(String.class)
                .optional()
                .flatMap(files::find);
    }

    /** @param format of a header. @return whether the handle is that of a file which such a header can have */
    boolean is(String handle, String format) {
        return jdbc.sql("select file_type from sandbox.upload where handle = ?")
                .param(handle)
                .query(String.class)
                .optional()
                .filter(type -> TYPES.getOrDefault(format, Set.of()).contains(MediaRules.plain(type)))
                .isPresent();
    }
}
