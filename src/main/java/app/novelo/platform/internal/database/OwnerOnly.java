package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read, from the first moment; on Windows what the parent folder grants. */
final class OwnerOnly {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    static void directory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, only("rwx------"));
        }
    }

    /** @throws java.nio.file.FileAlreadyExistsException if there is one already */
    static void file(Path path) throws IOException {
        Files.createFile(path, only("rw-------"));
    }

    private static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
