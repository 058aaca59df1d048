package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * What lies where in the data folder.
 *
 * @param root absolute, links resolved: the server process is recognised by its path
 */
record DataFolder(Path root) {

    static DataFolder of(Path setting) {
        var path = setting.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            var folder = new DataFolder(path.toRealPath());
            OwnerOnly.directory(folder.home());
            return folder;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The data folder %s cannot be created or written by user '%s': %s"
                            .formatted(path, System.getProperty("user.name"), e),
                    "Give that user the folder, or name another one with NOVELO_DATA_DIR.",
                    e);
        }
    }

    /** Deletes what a start that was killed left behind. Only under the {@link DataFolderLock}. */
    void removeLeftovers(String glob) throws IOException {
        try (var leftovers = Files.newDirectoryStream(home(), glob)) {
            for (var leftover : leftovers) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
    }

    Path lockFile() {
        return root.resolve("novelo.lock");
    }

    /** The password of the role as which the application connects. */
    Path ownerPassword() {
        return root.resolve("postgresql.password");
    }

    Path superuserPassword() {
        return root.resolve("postgresql-superuser.password");
    }

    /** Everything of the embedded PostgreSQL but the passwords. */
    Path home() {
        return root.resolve("postgresql");
    }

    /** What PostgreSQL calls its data directory. */
    Path cluster() {
        return home().resolve("data");
    }

    Path binaries() {
        return home().resolve("bin-" + PostgresBinaries.VERSION);
    }

    Path logs() {
        return home().resolve("log");
    }

    Path portFile() {
        return home().resolve("port");
    }
}
