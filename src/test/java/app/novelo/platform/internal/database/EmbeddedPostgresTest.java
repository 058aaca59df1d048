package app.novelo.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in the data folder, from the first start on. */
class EmbeddedPostgresTest {

    @TempDir(factory = TemporaryDataFolder.class)
    static Path root;

    private DataFolder folder;
    private EmbeddedPostgres server;

    @BeforeEach
    void start() {
        folder = DataFolder.of(root);
        server = EmbeddedPostgres.start(folder, TemporaryDataFolder.SETTINGS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart() {
        stop();
        start();
    }

    @Test
    void keepsWhatIsCommitted() throws SQLException {
        assertThat(List.of(
                        setting("fsync"),
                        setting("synchronous_commit"),
                        setting("full_page_writes"),
                        setting("data_checksums"),
                        setting("autovacuum")))
                .containsOnly("on");
    }

    @Test
    void isTheVersionThatItSays() throws SQLException {
        assertThat(PostgresBinaries.VERSION).startsWith(setting("server_version") + ".");
    }

    @Test
    void hasModestDefaults() throws SQLException {
        assertThat(setting("shared_buffers")).isEqualTo("128MB");
        assertThat(setting("max_connections")).isEqualTo("100");
        assertThat(setting("password_encryption")).isEqualTo("scram-sha-256");
        assertThat(setting("TimeZone")).isEqualTo("UTC");
    }

    @Test
    void listensOnTheLoopbackOnly() throws SQLException, IOException {
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        for (var address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList()) {
            assertThatThrownBy(() -> new Socket(address, port()).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        for (var user : List.of("novelo", "postgres")) {
            for (var password : List.of("novelo", "postgres", "")) {
                var stranger = new DatabaseAddress(server.address().url(), user, password);
                assertThatExceptionOfType(SQLException.class).isThrownBy(stranger::open);
            }
        }
    }

    @Test
    void keepsPasswordsInFilesThatOnlyTheirOwnerReads() throws IOException {
        for (var file : List.of(folder.ownerPassword(), folder.superuserPassword())) {
            assertThat(file).content().hasSizeGreaterThan(40);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.ownerPassword()).content().isNotEqualTo(Files.readString(folder.superuserPassword()));
    }

    @Test
    void connectsAsARoleThatOwnsItsDatabaseAndNothingElse() throws SQLException {
        assertThat(query("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls "
                        + "from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThat(query("select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo("novelo");
        assertThat(query("select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'public'"))
                .isEqualTo("novelo");
        assertThatThrownBy(() -> execute("create role intruder")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("copy (select 1) to program 'true'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("select pg_read_file('PG_VERSION')"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void letsTheApplicationBringItsExtensionsAndSchemas() throws SQLException {
        execute("create schema if not exists casework");
        execute("create extension if not exists pg_trgm");
        execute("create extension if not exists unaccent");
        assertThat(query("select lower('AÇÃO') || to_tsvector('portuguese', 'CONEXÃO')"))
                .isEqualTo("ação'conexã':1");
    }

    @Test
    void keepsRowsAndPortOverARestart() throws SQLException {
        execute("create table if not exists survivor (name text)");
        execute("insert into survivor values ('Ana')");
        var port = port();

        restart();

        assertThat(query("select name from survivor")).isEqualTo("Ana");
        assertThat(port()).isEqualTo(port);
    }

    @Test
    void movesToAnotherPortWhileAStrangerHoldsItsOwn() throws IOException, SQLException {
        var port = port();
        stop();
        try (var stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            start();
            assertThat(port()).isNotEqualTo(stranger.getLocalPort());
            assertThat(query("select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsOverAPidFileThatNamesAStranger() throws IOException, SQLException {
        stop();
        Files.writeString(
                folder.cluster().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.cluster() + "\n");

        start();

        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void startsOverAnEmptyPidFile() throws IOException, SQLException {
        stop();
        Files.createFile(folder.cluster().resolve("postmaster.pid"));

        start();

        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void repeatsAFirstStartThatWasCutShort() throws IOException, SQLException {
        var superuser = new DatabaseAddress(
                server.address().url(), "postgres", new PasswordFile(folder.superuserPassword()).read());
        try (var connection = superuser.open();
                var statement = connection.createStatement()) {
            statement.execute("alter role novelo nologin");
        }

        restart();

        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void makesANewPasswordForTheApplicationIfItsFileIsGone() throws IOException, SQLException {
        stop();
        Files.delete(folder.ownerPassword());

        start();

        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void takesAwayRightsThatARestoredBackupGave() throws IOException {
        stop();
        var files = List.of(folder.cluster(), folder.ownerPassword());
        for (var file : files) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        start();

        for (var file : files) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .endsWith("------");
        }
    }

    @Test
    void letsNoSecondNoveloUseTheFolder() throws SQLException {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> EmbeddedPostgres.start(folder, TemporaryDataFolder.SETTINGS))
                .withMessageContaining(folder.root().toString());
        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void repeatsWhatPostgresSaidWhenItDoesNotStart() throws IOException {
        stop();
        var settings = folder.cluster().resolve("postgresql.auto.conf");
        var before = Files.readString(settings);
        Files.writeString(settings, "shared_buffers = 'plenty'");

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(this::start)
                .withMessageContaining("invalid value for parameter \"shared_buffers\": \"plenty\"");

        Files.writeString(settings, before);
        start();
    }

    @Test
    void writesItsLogIntoTheDataFolderWithoutRowValues() throws SQLException, IOException {
        execute("create table if not exists secret (phone text primary key)");
        execute("insert into secret values ('+5511987654321') on conflict do nothing");
        assertThatThrownBy(() -> execute("insert into secret values ('+5511987654321')"))
                .hasMessageContaining("duplicate key");
        stop();
        try (var logs = Files.list(folder.logs())) {
            assertThat(logs.map(EmbeddedPostgresTest::content))
                    .anySatisfy(log -> assertThat(log).contains("duplicate key").doesNotContain("5511987654321"));
        }
        start();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int port() {
        return Integer.parseInt(server.address().url().replaceAll("^.*:([0-9]+)/.*$", "$1"));
    }

    private String setting(String name) throws SQLException {
        return query("show " + name);
    }

    private String query(String text) throws SQLException {
        try (var connection = server.address().open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void execute(String command) throws SQLException {
        try (var connection = server.address().open();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
