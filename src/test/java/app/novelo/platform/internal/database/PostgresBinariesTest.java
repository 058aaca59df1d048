package app.novelo.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's programs in the data folder. */
class PostgresBinariesTest {

    @TempDir
    Path root;

    @Test
    void replacesWhatAKilledStartOrAnotherVersionLeft() throws IOException {
        var folder = DataFolder.of(root);
        var half = Files.createDirectories(folder.home().resolve("bin-unpacking-123/bin"));
        var old = Files.createDirectories(folder.home().resolve("bin-16.1.0/bin"));

        var programs = PostgresBinaries.unpackedIn(folder);

        assertThat(programs.resolve("postgres")).isExecutable();
        assertThat(half).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(PostgresBinaries.unpackedIn(folder)).isEqualTo(programs);
    }
}
