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

    /** Takes everybody else's rights away again, which copying back a backup may have given. */
    static void restrict(Path path) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    /** The user number of whoever owns the file; -1 on Windows. */
    static Integer ownerOf(Path path) throws IOException {
        return POSIX ? (Integer) Files.getAttribute(path, "unix:uid") : Integer.valueOf(-1);
    }

    /** The user number of this process. The owner of a new file tells it where Java itself does not. */
    static Integer newFilesOwner(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, "owner-", null);
        try {
            return ownerOf(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
