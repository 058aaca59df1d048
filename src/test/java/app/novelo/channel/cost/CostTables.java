package app.novelo.channel.cost;

import app.novelo.support.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database with all tables of the channel and the conversation, and nothing else. */
public final class CostTables {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private CostTables() {}

    public static DataSource fresh() {
        var database = Database.fresh();
        create(database, "channel");
        create(database, "conversation");
        return database;
    }

    private static void create(DataSource database, String module) {
        try (var files = Files.list(MIGRATIONS.resolve(module))) {
            files.sorted().forEach(file -> new JdbcTemplate(database).execute(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
