package app.novelo.sandbox.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.NoveloSettings;
import app.novelo.platform.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of both sides. Their ids are ours alone, so that a path never comes from outside. */
@SandboxOnly
@Component
class GraphFiles {

    /** Bytes of all files together; beyond it the oldest go. */
    private static final long MOST = 4L << 30;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long FIRST_ID = 1_000_000_000_000_000L;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path folder;

    GraphFiles(JdbcClient jdbc, Clock clock, NoveloSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.folder = settings.dataDir().resolve("sandbox-media");
    }

    /** @param phone of the customer who sends it; null for the company */
    GraphFile add(@Nullable Digits phone, MultipartFile part, String mimeType) throws IOException {
        try (var bytes = part.getInputStream()) {
            return add(phone, bytes, part.getSize(), part.getOriginalFilename(), mimeType);
        }
    }

    /** @param name as claimed */
    GraphFile add(@Nullable Digits phone, InputStream content, long size, @Nullable String name, String mimeType)
            throws IOException {
        makeRoom(size);
        var id = Long.toString(RANDOM.nextLong(FIRST_ID, FIRST_ID * 9));
        var hash = write(content, folder.resolve(id));
        var claimed = name == null ? "" : name.replace('\0', '\uFFFD');
        var file = new GraphFile(id, phone, mimeType, claimed, hash, size, clock.instant());
        insert(file);
        return file;
    }

    private String write(InputStream content, Path path) throws IOException {
        Files.createDirectories(folder);
        try (var bytes = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            Files.copy(bytes, path);
            return Base64.getEncoder().encodeToString(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void insert(GraphFile file) {
        jdbc.sql(
                        """
                        insert into sandbox.media (id, phone, mime_type, filename, sha256, size, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(file.id())
                .param(file.phoneDigits())
                .param(file.mimeType())
                .param(file.filename())
                .param(file.sha256())
                .param(file.size())
                .param(time(file.at()))
                .update();
    }

    /** @return the file, unless its time at Meta is over */
    Optional<GraphFile> find(String id) {
        return jdbc.sql("select id, phone, mime_type, filename, sha256, size, at from sandbox.media where id = ?")
                .param(id)
                .query((row, n) -> file(row))
                .optional()
                .filter(file -> clock.instant().isBefore(file.until()));
    }

    Path path(GraphFile file) {
        return folder.resolve(file.id());
    }

    boolean delete(String id) {
        boolean gone =
                jdbc.sql("delete from sandbox.media where id = ?").param(id).update() == 1;
        if (gone) {
            forget(id);
        }
        return gone;
    }

    private void makeRoom(long bytes) {
        jdbc.sql(
                        """
                        select id from (select id, sum(size) over (order by at desc, id) as total from sandbox.media) newest
                        where total > ?""")
                .param(MOST - bytes)
                .query(String.class)
                .list()
                .forEach(this::delete);
    }

    private void forget(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id));
        } catch (IOException e) {
            // it stays behind in a sandbox's folder
        }
    }

    private static GraphFile file(ResultSet row) throws SQLException {
        var phone = row.getString("phone");
        return new GraphFile(
                row.getString("id"),
                phone == null ? null : new Digits(phone),
                row.getString("mime_type"),
                row.getString("filename"),
                row.getString("sha256"),
                row.getLong("size"),
                Sql.instant(row, "at"));
    }
}
