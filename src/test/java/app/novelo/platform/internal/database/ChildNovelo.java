package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that opens the database, writes a row, says so, and waits to be killed. */
final class ChildNovelo implements AutoCloseable {

    static final String NEVER_COMMITTED = "never committed";

    private static final String READY = "row is written";

    private final Process process;

    private ChildNovelo(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedPostgres.start(DataFolder.of(Path.of(arguments[0])), TemporaryDataFolder.SETTINGS);
        try (var connection = server.address().open();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists message (text text)");
            statement.execute("insert into message values ('" + arguments[1] + "')");
            System.out.println(READY);
            connection.setAutoCommit(false);
            statement.execute("insert into message values ('" + NEVER_COMMITTED + "')");
            Thread.sleep(60_000);
        }
    }

    /** Returns when the row is committed and another one is under way. */
    static ChildNovelo thatWrites(DataFolder folder, String text) throws IOException {
        var child = new ChildNovelo(java(folder, text));
        var output = new ArrayList<String>();
        try (var lines = child.process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(READY)) {
                    return child;
                }
                output.add(line);
            }
        }
        throw new IOException("the child gave up: " + String.join("\n", output));
    }

    private static Process java(DataFolder folder, String text) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildNovelo.class.getName(),
                folder.root().toString(),
                text);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does: no shutdown hook runs, the server is left alone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
