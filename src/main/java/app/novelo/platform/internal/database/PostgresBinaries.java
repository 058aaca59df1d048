package app.novelo.platform.internal.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked into the data folder: cleaners of the temporary folder would pull the server's files
 * away from under it. Only called under the {@link DataFolderLock}.
 */
final class PostgresBinaries {

    /** The version in {@code pom.xml}; names the folder. {@code EmbeddedPostgresTest} keeps the two equal. */
    static final String VERSION = "17.11.0";

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /** @return the folder with {@code initdb}, {@code pg_ctl}, {@code postgres} */
    static Path unpackedIn(DataFolder folder) throws IOException {
        var target = folder.binaries();
        if (!Files.isDirectory(target)) {
            folder.removeLeftovers("bin-*"); // other versions' too
            log.info("Unpacking PostgreSQL {} into {}", VERSION, target);
            var half = Files.createTempDirectory(folder.home(), "bin-unpacking-");
            try (var archive = archive()) {
                unpack(archive, half);
            }
            Files.move(half, target);
        }
        return target.resolve("bin");
    }

    private static InputStream archive() throws IOException {
        var system = SystemUtils.IS_OS_WINDOWS ? "Windows" : SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, SystemUtils.OS_ARCH);
        } catch (IllegalStateException e) {
            throw new DatabaseUnavailable(
                    "This build of Novelo carries no PostgreSQL for %s on %s.".formatted(system, SystemUtils.OS_ARCH),
                    "Build it on this kind of machine (pom.xml has a profile for each), or use an external PostgreSQL "
                            + "(NOVELO_DATABASE_URL).",
                    e);
        }
    }

    private static void unpack(InputStream compressed, Path target) throws IOException {
        try (var archive = new TarArchiveInputStream(new XZInputStream(compressed))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new FileSystemException(entry.getName(), null, "leaves the folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            makeExecutable(entry, path);
        }
    }

    private static void makeExecutable(TarArchiveEntry entry, Path path) throws IOException {
        var ownerMayRun = (entry.getMode() & 0100) != 0;
        if (ownerMayRun && !path.toFile().setExecutable(true, true)) {
            throw new FileSystemException(path.toString(), null, "cannot be made executable");
        }
    }
}
