package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.commons.lang3.SystemUtils;

/** PostgreSQL's files: created once, with passwords from the first moment, and configured at every start. */
record Cluster(DataFolder folder) {

    private static final String MAJOR = PostgresBinaries.VERSION.replaceFirst("[.].*", "");
    private static final String CONFIGURATION = "novelo.conf";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Cluster openOrCreate(DataFolder folder, PostgresPrograms programs) throws IOException {
        var cluster = new Cluster(folder);
        if (Files.exists(folder.cluster())) {
            cluster.verify();
            OwnerOnly.restrict(folder.cluster()); // else PostgreSQL refuses it
        } else {
            cluster.create(programs);
        }
        return cluster;
    }

    private void verify() throws IOException {
        var versionFile = folder.cluster().resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            throw new DatabaseUnavailable(
                    "The folder %s is there but holds no PostgreSQL database.".formatted(folder.cluster()),
                    "Move it away, restore it from a backup, or name another data folder with NOVELO_DATA_DIR.");
        }
        var major = Files.readString(versionFile).strip();
        if (!major.equals(MAJOR)) {
            throw new DatabaseUnavailable(
                    "The database in %s was written by PostgreSQL %s; this Novelo brings PostgreSQL %s, which cannot read it."
                            .formatted(folder.cluster(), major, MAJOR),
                    "Start the Novelo that wrote it, dump the database with pg_dump, and restore it into a new data "
                            + "folder of this one; docs/operator.md, \"Database\", says how.");
        }
        if (!new PasswordFile(folder.superuserPassword()).isPresent()) {
            throw new DatabaseUnavailable(
                    "The file %s, the key to the database in %s, is missing or empty."
                            .formatted(folder.superuserPassword(), folder.cluster()),
                    "Restore it from the backup of the data folder.");
        }
    }

    /** In a folder beside, which only a finished run moves into place: a killed one leaves no half a database. */
    private void create(PostgresPrograms programs) throws IOException {
        new PasswordFile(folder.superuserPassword()).readOrCreate();
        folder.removeLeftovers("data-new-*");
        var half = Files.createTempDirectory(folder.home(), "data-new-");
        var outcome = programs.run(PATIENCE, "initdb", arguments(half));
        if (!outcome.isSuccess()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL cannot create its files in %s: %s".formatted(folder.home(), outcome.lastWords()),
                    programs.asRoot()
                            ? "As root's child PostgreSQL has an ordinary user's rights only: the folder and those above it "
                                    + "must be open to their owner root, or run Novelo as the user who owns them."
                            : "Check space and permissions there, or name another data folder with NOVELO_DATA_DIR.");
        }
        Files.writeString(
                half.resolve("postgresql.conf"),
                "\ninclude = '" + CONFIGURATION + "' # written by Novelo at every start\n",
                StandardOpenOption.APPEND);
        Files.move(half, folder.cluster());
    }

    /** Built-in collation: rows sort the same on every operating system and no update of its libraries breaks an index. */
    private String[] arguments(Path half) {
        return new String[] {
            "--pgdata=" + half,
            "--username=" + ApplicationDatabase.SUPERUSER,
            "--pwfile=" + folder.superuserPassword(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--lc-ctype="
                    + (SystemUtils.IS_OS_LINUX ? "C.UTF-8" : "C"), // full-text search folds accented capitals by it
            "--data-checksums",
            "--no-instructions"
        };
    }

    void configure(int port, int maxConnections) throws IOException {
        Files.writeString(
                folder.cluster().resolve(CONFIGURATION),
                """
                # Written by Novelo at every start. To change a setting for good: ALTER SYSTEM.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = %d
                password_encryption = 'scram-sha-256'

                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = '128MB'

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'

                # One file for each weekday, overwritten a week later. No statements and no row values: they hold
                # customers' words and numbers.
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_checkpoints = off
                """
                        .formatted(port, maxConnections));
    }
}
