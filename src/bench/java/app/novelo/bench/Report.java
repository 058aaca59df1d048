package app.novelo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one table, printed as it grows and kept as Markdown. */
final class Report {

    private static final String HEAD =
            """
            | what | number | app + PG CPU-ms | goal | app | PG | JIT | vacuum | p50 / p95 / p99 ms | per s | remark |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final List<String> rows = new ArrayList<>();
    private final List<String> drills = new ArrayList<>();
    private final boolean aloud;

    /** @param aloud whether each line is printed at once */
    Report(boolean aloud) {
        this.aloud = aloud;
    }

    void cpu(String what, long number, Cpu each, String goal, Object latencies, double perSecond, String remark) {
        add(
                rows,
                String.format(
                        Locale.ROOT,
                        "| %s | %d | **%.2f** | %s | %.2f | %.2f | %.2f | %.2f | %s | %.0f | %s |",
                        what,
                        number,
                        each.own(),
                        goal,
                        each.application(),
                        each.postgres(),
                        each.compilers(),
                        each.vacuum(),
                        latencies,
                        perSecond,
                        remark));
    }

    void fact(String what, String remark) {
        add(rows, "| " + what + " | | | | | | | | | | " + remark + " |");
    }

    void drill(String line) {
        add(drills, "- " + line);
    }

    private void add(List<String> lines, String line) {
        lines.add(line);
        if (aloud) {
            System.out.println(line);
        }
    }

    void write(Path file) throws IOException {
        var text = HEAD
                + rows.stream().collect(Collectors.joining("\n", "", "\n\n"))
                + drills.stream().collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, text);
        System.out.println("\n" + text);
    }
}
