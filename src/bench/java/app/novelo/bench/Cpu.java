package app.novelo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * CPU time that processes have used, in milliseconds of user and system from {@code /proc}.
 *
 * @param application the Java process without its compilers; garbage collection included
 * @param compilers its C1 and C2 threads, which the hour after a start pays for and not the message
 * @param postgres the postmaster and its live processes without vacuum
 * @param vacuum autovacuum workers, and whatever process of PostgreSQL has ended meanwhile
 * @param backends of {@code postgres} what each live process has used, by its number
 */
record Cpu(double application, double compilers, double postgres, double vacuum, Map<Long, Double> backends) {

    /** {@code USER_HZ}, which Linux fixes at 100 for {@code /proc}. */
    private static final double MILLIS_PER_TICK = 10;

    /** Fields of {@code stat} after the name, counted from the state: utime, stime, cutime, cstime. */
    private static final int UTIME = 11;

    private static final int CUTIME = 13;

    static Cpu of(long application, LongSupplier postmaster) {
        long server = postmaster.getAsLong();
        double compilers = compilers(application);
        var backends = backends(server);
        return new Cpu(
                ticks(process(application), UTIME) * MILLIS_PER_TICK - compilers,
                compilers,
                ticks(process(server), UTIME) * MILLIS_PER_TICK
                        + backends.values().stream().mapToDouble(used -> used).sum(),
                (ticks(process(server), CUTIME) + sum(children(server).filter(Cpu::isVacuum))) * MILLIS_PER_TICK,
                backends);
    }

    /** What a process had used that ended since then has moved from PostgreSQL's share to the ended ones'. */
    Cpu since(Cpu earlier) {
        double moved = earlier.backends.entrySet().stream()
                .filter(backend -> !backends.containsKey(backend.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return new Cpu(
                application - earlier.application,
                compilers - earlier.compilers,
                postgres - earlier.postgres + moved,
                vacuum - earlier.vacuum - moved,
                Map.of());
    }

    Cpu per(long messages) {
        return new Cpu(application / messages, compilers / messages, postgres / messages, vacuum / messages, Map.of());
    }

    double sum() {
        return application + compilers + postgres + vacuum;
    }

    /** What the message itself costs once all is compiled and swept. */
    double own() {
        return application + postgres;
    }

    private static double compilers(long application) {
        try (var threads = Files.list(process(application).resolve("task"))) {
            return threads.filter(thread -> read(thread.resolve("comm")).matches("(?s)C[12] Compiler.*"))
                            .mapToLong(thread -> ticks(thread, UTIME))
                            .sum()
                    * MILLIS_PER_TICK;
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    private static Map<Long, Double> backends(long server) {
        return children(server)
                .filter(pid -> !isVacuum(pid))
                .boxed()
                .collect(Collectors.toMap(pid -> pid, pid -> ticks(process(pid), UTIME) * MILLIS_PER_TICK));
    }

    private static boolean isVacuum(long pid) {
        return read(process(pid).resolve("cmdline")).contains("autovacuum worker");
    }

    static LongStream children(long parent) {
        var ids = read(process(parent).resolve("task/" + parent + "/children"));
        return ids.isBlank()
                ? LongStream.empty()
                : Arrays.stream(ids.trim().split(" ")).mapToLong(Long::parseLong);
    }

    private static long sum(LongStream pids) {
        return pids.map(pid -> ticks(process(pid), UTIME)).sum();
    }

    private static Path process(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    /** Two fields from {@code first} on: user and system. */
    private static long ticks(Path process, int first) {
        var stat = read(process.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        var values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(values[first]) + Long.parseLong(values[first + 1]);
    }

    /** @return nothing if the process has just ended */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
