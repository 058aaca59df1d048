package app.novelo.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data folders in which no database can be opened, and what the operator reads then. */
class UnusableDataFolderTest {

    @TempDir(factory = TemporaryDataFolder.class)
    Path root;

    @Test
    void namesAFolderThatCannotBeCreated() throws IOException {
        var file = Files.createFile(root.resolve("file"));
        refused(() -> DataFolder.of(file.resolve("data")), file.resolve("data").toString(), "NOVELO_DATA_DIR");
    }

    @Test
    void leavesAFolderAloneThatHoldsSomethingElse() throws IOException {
        var folder = DataFolder.of(root);
        Files.createDirectory(folder.cluster());
        var photo = Files.writeString(folder.cluster().resolve("holiday.jpg"), "precious");

        refusedToStart("holds no PostgreSQL database", "Move it away");

        assertThat(photo).hasContent("precious");
    }

    @Test
    void namesTheVersionsWhenAnotherPostgresWroteTheFolder() throws IOException {
        var folder = DataFolder.of(root);
        Files.createDirectory(folder.cluster());
        Files.writeString(folder.cluster().resolve("PG_VERSION"), "16\n");

        refusedToStart("written by PostgreSQL 16; this Novelo brings PostgreSQL 17", "pg_dump");
    }

    @Test
    void asksForTheSuperusersPasswordFileWhenItIsGone() throws IOException {
        var folder = DataFolder.of(root);
        Files.createDirectory(folder.cluster());
        Files.writeString(folder.cluster().resolve("PG_VERSION"), "17\n");

        refusedToStart("postgresql-superuser.password", "Restore it from the backup");
    }

    @Test
    void givesTheFolderBackAfterARefusal() throws IOException {
        Files.createDirectory(DataFolder.of(root).cluster());
        for (var attempt = 0; attempt < 2; attempt++) {
            refusedToStart("holds no PostgreSQL database", "Move it away"); // and not: another Novelo uses it
        }
    }

    private void refusedToStart(String description, String action) {
        var folder = DataFolder.of(root);
        refused(() -> EmbeddedPostgres.start(folder, TemporaryDataFolder.SETTINGS), description, action);
    }

    private static void refused(ThrowingCallable start, String description, String action) {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(start)
                .withMessageContaining(description)
                .satisfies(refusal -> assertThat(refusal.action()).contains(action));
    }
}
