package app.novelo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * CPU time that processes have used, from {@code /proc}: user and system, garbage collection and JIT included.
 *
 * @param application milliseconds of the Java process
 * @param postgres milliseconds of the postmaster, of its children, and of those that ended meanwhile
 */
record Cpu(double application, double postgres) {

    /** {@code USER_HZ}, which Linux fixes at 100 for {@code /proc}. */
    private static final double MILLIS_PER_TICK = 10;

    /** Fields of {@code /proc/<pid>/stat} after the name, counted from the state: utime, stime, cutime, cstime. */
    private static final int UTIME = 11;

    static Cpu of(long application, LongSupplier postmaster) {
        return new Cpu(ticks(application, 2) * MILLIS_PER_TICK, postgres(postmaster.getAsLong()) * MILLIS_PER_TICK);
    }

    Cpu since(Cpu earlier) {
        return new Cpu(application - earlier.application, postgres - earlier.postgres);
    }

    Cpu per(long messages) {
        return new Cpu(application / messages, postgres / messages);
    }

    double sum() {
        return application + postgres;
    }

    private static long postgres(long postmaster) {
        return ticks(postmaster, 4) + children(postmaster).map(pid -> ticks(pid, 2)).sum();
    }

    static java.util.stream.LongStream children(long parent) {
        try {
            var ids = Files.readString(Path.of("/proc", Long.toString(parent), "task", Long.toString(parent), "children"));
            return ids.isBlank()
                    ? java.util.stream.LongStream.empty()
                    : java.util.Arrays.stream(ids.trim().split(" ")).mapToLong(Long::parseLong);
        } catch (IOException e) {
            return java.util.stream.LongStream.empty(); // it has just ended
        }
    }

    private static long ticks(long pid, int fields) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int i = 0; i < fields; i++) {
                sum += Long.parseLong(values[UTIME + i]);
            }
            return sum;
        } catch (IOException e) {
            return 0; // it has just ended; the postmaster's cutime has it
        }
    }
}
