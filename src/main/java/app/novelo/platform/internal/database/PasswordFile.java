package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password in a file that only its owner may read. */
record PasswordFile(Path path) {

    /** 192 random bits; hexadecimal, so that it needs no quoting anywhere. */
    private static final int BYTES = 24;

    boolean isPresent() throws IOException {
        return Files.exists(path) && !read().isEmpty();
    }

    String read() throws IOException {
        return Files.readString(path).strip();
    }

    String readOrCreate() throws IOException {
        if (!isPresent()) {
            return create();
        }
        OwnerOnly.restrict(path);
        return read();
    }

    private String create() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        var half = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(half);
        OwnerOnly.file(half);
        Files.writeString(half, password + "\n");
        Files.move(half, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }
}
