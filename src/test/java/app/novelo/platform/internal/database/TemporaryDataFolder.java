package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** A data folder below {@code target}, with PostgreSQL's programs already in it: unpacked once, then linked. */
final class TemporaryDataFolder implements TempDirFactory {

    static final DatabaseSettings SETTINGS = new DatabaseSettings(null, null, null, 5, Duration.ofSeconds(60));

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws Exception {
        var root = Files.createTempDirectory(Files.createDirectories(TARGET), "data-");
        link(unpackedOnce(), DataFolder.of(root).binaries());
        return root;
    }

    private static synchronized Path unpackedOnce() throws IOException {
        var folder = DataFolder.of(TARGET.resolve("unpacked"));
        PostgresBinaries.unpackedIn(folder);
        return folder.binaries();
    }

    private static void link(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectory(copy);
                } else {
                    Files.createLink(copy, file);
                }
            }
        }
    }
}
