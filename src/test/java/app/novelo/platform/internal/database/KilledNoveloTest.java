package app.novelo.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start finds after a {@code kill -9}. */
class KilledNoveloTest {

    @TempDir(factory = TemporaryDataFolder.class)
    static Path root;

    private DataFolder folder;

    @BeforeEach
    void folder() {
        folder = DataFolder.of(root);
    }

    @Test
    void losesNoCommittedRowAndStartsAtOnce() throws Exception {
        for (var text : List.of("first", "second")) { // the second child already starts over the first one's server
            ChildNovelo.thatWrites(folder, text).kill();
            assertThat(server()).isPresent();
        }
        assertThat(messages()).contains("first", "second").doesNotContain(ChildNovelo.NEVER_COMMITTED);
    }

    @Test
    void losesNoCommittedRowWhenTheServerIsKilledToo() throws Exception {
        ChildNovelo.thatWrites(folder, "survives").kill();
        var server = server().orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);

        assertThat(messages()).contains("survives").doesNotContain(ChildNovelo.NEVER_COMMITTED);
    }

    @Test
    void keepsASecondProcessOutWhileTheFirstRuns() throws Exception {
        try (var first = ChildNovelo.thatWrites(folder, "mine")) {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(folder, TemporaryDataFolder.SETTINGS))
                    .withMessage("Another Novelo, process %d, uses the data folder %s.", first.pid(), folder.root())
                    .satisfies(refusal -> assertThat(refusal.action()).contains("NOVELO_DATA_DIR"));
        }
        assertThat(messages()).contains("mine");
    }

    private Optional<ProcessHandle> server() throws IOException {
        var pidFile = folder.cluster().resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0)));
    }

    private List<String> messages() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder, TemporaryDataFolder.SETTINGS);
                var connection = server.address().open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from message order by text")) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
