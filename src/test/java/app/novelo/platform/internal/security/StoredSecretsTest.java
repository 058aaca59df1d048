package app.novelo.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.NoveloSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that nobody set, kept in the data folder. */
class StoredSecretsTest {

    @TempDir
    Path data;

    @Test
    void keepsASecretForItsOwnersEyes() throws IOException {
        var secret = start().get("admin.password", "Password");

        assertThat(secret).hasSize(24);
        assertThat(start().get("admin.password", "Password")).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(file().getParent())
                .isDirectoryContaining(file -> file.equals(file()))
                .isDirectoryNotContaining(file -> !file.equals(file()));
    }

    @Test
    void takesNoEmptyFileOfAFullDiskForASecret() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createFile(file());

        var secret = start().get("admin.password", "Password");

        assertThat(secret).hasSize(24);
        assertThat(start().get("admin.password", "Password")).isEqualTo(secret);
    }

    private Path file() {
        return data.resolve("secrets/admin.password");
    }

    private StoredSecrets start() {
        return new StoredSecrets(new NoveloSettings(data, Locale.ENGLISH, ZoneOffset.UTC, ""));
    }
}
