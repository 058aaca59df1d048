package app.novelo.platform.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process, which outlives an application that is killed and is found again by its pid file. */
record Postmaster(DataFolder folder, PostgresPrograms programs) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    /** A fast stop rolls back what runs and writes one checkpoint of at most 128 MB. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private static final String FIRST_WORDS = "start.log";

    /** @return true if the server accepts connections; false if it gave up, with the reason in {@link #lastWords()} */
    boolean start(Duration limit) throws IOException {
        Files.deleteIfExists(folder.home().resolve(FIRST_WORDS));
        var seconds = Long.toString(Math.max(1, limit.toSeconds()));
        var outcome = programs.run(
                limit.plusSeconds(10), "pg_ctl", "start", "-D", "data", "-l", FIRST_WORDS, "-w", "-t", seconds, "-s");
        return outcome.isSuccess();
    }

    /** @return true if the server is down */
    boolean stop() throws IOException {
        var seconds = Long.toString(STOP_LIMIT.toSeconds());
        var outcome = programs.run(
                STOP_LIMIT.plusSeconds(10), "pg_ctl", "stop", "-D", "data", "-m", "fast", "-w", "-t", seconds, "-s");
        return outcome.isSuccess() || !Files.exists(pidFile());
    }

    boolean isRunning() {
        return Files.exists(pidFile());
    }

    /**
     * Stops a server that a killed application left running and removes the pid file of one that died with its machine.
     * Called under the {@link DataFolderLock}, so no living application uses it.
     */
    void clearAway() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        var pid = pid();
        if (!isServer(pid)) {
            log.info("Removing the pid file of a PostgreSQL (process {}) that no longer runs", pid);
            Files.deleteIfExists(pidFile());
            return;
        }
        log.warn("PostgreSQL (process {}) was left running by a Novelo that was killed; stopping it first", pid);
        if (!stop()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL (process %d) of a killed Novelo still runs on %s and does not stop."
                            .formatted(pid, folder.cluster()),
                    "Stop process %d, then start Novelo again.".formatted(pid));
        }
    }

    private boolean isServer(long pid) {
        return ProcessHandle.of(pid)
                .filter(process ->
                        isServer(process.info().user(), process.info().command(), pid))
                .isPresent();
    }

    /**
     * Numbers of processes are given again after a reboot: the program must be one of those unpacked in our folder. Another
     * user's process cannot be it, though we may not see its program: PostgreSQL opens files of its own user only.
     */
    boolean isServer(Optional<String> user, Optional<String> program, long pid) {
        if (user.isPresent() && !user.equals(ProcessHandle.current().info().user())) {
            return false;
        }
        return Path.of(program.orElseThrow(() -> unknown(pid))).startsWith(folder.home());
    }

    private DatabaseUnavailable unknown(long pid) {
        return new DatabaseUnavailable(
                "%s names process %d, and this user may not see whether that is the PostgreSQL of this folder."
                        .formatted(pidFile(), pid),
                "Stop that process if it is; else delete the file.");
    }

    private long pid() throws IOException {
        var text = Files.readString(pidFile()).lines().findFirst().orElse("").strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0; // empty: killed while it was being written
    }

    private Path pidFile() {
        return folder.cluster().resolve("postmaster.pid");
    }

    /** The end of what the server wrote since the last {@link #start}, before it gave up. */
    String lastWords() throws IOException {
        var start = folder.home().resolve(FIRST_WORDS);
        return Files.exists(start) ? tail(start) + newestLog(Files.getLastModifiedTime(start)) : "";
    }

    private String newestLog(FileTime since) throws IOException {
        if (!Files.isDirectory(folder.logs())) {
            return "";
        }
        try (var files = Files.list(folder.logs())) {
            var newest = files.max(Comparator.comparing(file -> file.toFile().lastModified()));
            return newest.isPresent() && isNewer(newest.get(), since) ? tail(newest.get()) : "";
        }
    }

    private static boolean isNewer(Path file, FileTime since) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(since) >= 0;
    }

    private static String tail(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return lines.subList(Math.max(0, lines.size() - 8), lines.size()).stream()
                .collect(Collectors.joining("\n", "\n", ""));
    }
}
