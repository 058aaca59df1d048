package app.novelo.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which process counts as the server that a killed Novelo left, when a pid file names one after a reboot. */
class PostmasterTest {

    private static final Optional<String> WE = ProcessHandle.current().info().user();

    @TempDir
    Path root;

    private DataFolder folder;

    @BeforeEach
    void folder() {
        folder = DataFolder.of(root);
    }

    @Test
    void isAProgramOfTheFolder() {
        var program = folder.binaries().resolve("bin/postgres").toString();

        assertThat(isServer(WE, Optional.of(program))).isTrue();
        assertThat(isServer(WE, Optional.of("/usr/bin/postgres"))).isFalse();
    }

    @Test
    void isNoProcessOfAnotherUserWhoseProgramNobodyElseMaySee() {
        assertThat(isServer(Optional.of("somebody else"), Optional.empty())).isFalse();
    }

    @Test
    void isAQuestionForTheOperatorWhereTheSystemTellsNothing() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> isServer(Optional.empty(), Optional.empty()))
                .withMessageContaining("postmaster.pid names process 4711");
    }

    private boolean isServer(Optional<String> user, Optional<String> program) {
        return new Postmaster(folder, new PostgresPrograms(root, root, false)).isServer(user, program, 4711);
    }
}
