package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}.
 *
 * @param bin the folder of the programs
 * @param home where they run and what relative paths in their arguments mean
 * @param asRoot PostgreSQL refuses to run as root, so a root's server gets a user namespace in which it is nobody
 */
record PostgresPrograms(Path bin, Path home, boolean asRoot) {

    private static final Integer ROOT = 0;

    /** How a program ended and what it said. */
    record Outcome(int exit, String output) {
        boolean isSuccess() {
            return exit == 0;
        }

        /** What it complained about; before that it tells its settings. */
        String lastWords() {
            var lines = output.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
        }
    }

    static PostgresPrograms in(DataFolder folder) throws IOException {
        var self = OwnerOnly.newFilesOwner(folder.home());
        var owner = OwnerOnly.ownerOf(folder.home());
        if (!self.equals(owner)) {
            throw new DatabaseUnavailable(
                    "The database in %s belongs to the user with number %s; this process runs as number %s."
                            .formatted(folder.home(), owner, self),
                    "Run Novelo as the user who owns it: PostgreSQL accepts nobody else, not even root.");
        }
        var programs = new PostgresPrograms(PostgresBinaries.unpackedIn(folder), folder.home(), self.equals(ROOT));
        if (programs.asRoot && !programs.mayUnshare()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, and this machine does not let root give it another identity "
                            + "('unshare -U' fails; containers often forbid it).",
                    "Run Novelo as an ordinary user that owns %s (container: --user 1000), or use an external "
                                    .formatted(folder.root())
                            + "PostgreSQL (NOVELO_DATABASE_URL).");
        }
        return programs;
    }

    private boolean mayUnshare() throws IOException {
        try {
            return execute(List.of("unshare", "-U", "true"), Duration.ofSeconds(10))
                    .isSuccess();
        } catch (IOException e) {
            return false; // no such program here
        }
    }

    Outcome run(Duration limit, String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (asRoot) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return execute(command, limit);
    }

    /** Output goes to a file: the server inherits it from {@code pg_ctl} on Windows, so a pipe would never end. */
    private Outcome execute(List<String> command, Duration limit) throws IOException {
        var output = Files.createTempFile(home, "output-", null);
        try {
            var builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("PG")); // PGPORT, PGDATA … of the operator's shell
            environment.put("LC_ALL", "C");
            var process = builder.start();
            var ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            var text = Files.readString(output).strip();
            return ended ? new Outcome(process.exitValue(), text) : new Outcome(-1, text + " (still running)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
