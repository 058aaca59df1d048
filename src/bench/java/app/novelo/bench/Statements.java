package app.novelo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which statements one message costs: PostgreSQL logs every one of them with its time while a number of customers write. The
 * times are wall-clock and serve to compare statements with each other, not with a goal.
 */
record Statements(Scene scene, Path work) {

    private static final Pattern ENTRY = Pattern.compile(
            "^.*? LOG:  duration: ([0-9.]+) ms  (parse|bind|execute|statement)[^:]*: (.*)$", Pattern.DOTALL);

    /** One kind of statement. */
    private static final class Kind {
        private int executions;
        private double millis;
        private double planning;
    }

    /** What is done while every statement is written down. */
    private interface Work {
        void run() throws IOException, SQLException, InterruptedException;
    }

    void count(int number) throws IOException, SQLException, InterruptedException {
        var quiet = scene.quiet();
        var statuses = new Statuses(quiet);
        count("new conversation, protocol included", number, () -> new NewConversations(quiet).atLeisure(number, 5));
        statuses.drain();
        var cases = OpenCases.newest(quiet, number);
        count("further message", number, () -> cases.customersWrite("", ""));
        count("answer", number, cases::agentAnswers);
        count("status alone", 3 * number, statuses::untoldAlone);
        count("further message, a clock starts", number, () -> cases.customersWrite("", ""));
        count("claiming", number, cases::agentClaims);
        count("waiting for the customer", number, cases::agentWaits);
        count("further message, clocks resume", number, () -> cases.customersWrite("", ""));
        count("resolving", number, cases::agentResolves);
        count("10 seconds of idleness", 1, () -> Thread.sleep(10_000));
    }

    void countLeads(int number) throws IOException, SQLException, InterruptedException {
        for (var walk : new Leads(scene.quiet()).walks(number)) {
            for (var act : walk) {
                if (act.what().isEmpty()) {
                    act.work().run();
                } else {
                    count(act.what(), number, act.work()::run);
                }
            }
        }
    }

    private void count(String what, int number, Work work) throws IOException, SQLException, InterruptedException {
        var log = currentLog();
        long from = Files.size(log);
        logEverything(true);
        work.run();
        logEverything(false);
        var bytes = Files.readAllBytes(log);
        var text = new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
        write(what, kinds(text), number);
    }

    private void logEverything(boolean on) throws SQLException, InterruptedException {
        try (var connection = scene.server().superuser("novelo");
                var statement = connection.createStatement()) {
            statement.execute("alter system set log_min_duration_statement = " + (on ? 0 : -1));
            statement.execute("alter system set log_parameter_max_length = 0");
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(1_000);
    }

    private Path currentLog() throws IOException {
        try (var files = Files.list(scene.server().cluster().resolveSibling("log"))) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static Map<String, Kind> kinds(String log) {
        var kinds = new HashMap<String, Kind>();
        for (var entry : entries(log)) {
            var match = ENTRY.matcher(entry);
            if (match.matches() && !match.group(3).startsWith(Store.MARK.strip())) {
                var kind = kinds.computeIfAbsent(normal(match.group(3)), sql -> new Kind());
                double millis = Double.parseDouble(match.group(1));
                boolean executed =
                        match.group(2).equals("execute") || match.group(2).equals("statement");
                kind.executions += executed ? 1 : 0;
                kind.millis += millis;
                kind.planning += executed ? 0 : millis;
            }
        }
        return kinds;
    }

    /** Lines that begin with a tab go on with the line before. */
    private static List<String> entries(String log) {
        var entries = new ArrayList<String>();
        var current = new StringBuilder();
        for (var line : log.split("\n")) {
            if (!line.startsWith("\t")) {
                entries.add(current.toString());
                current.setLength(0);
            }
            current.append(line).append(' ');
        }
        entries.add(current.toString());
        return entries;
    }

    private static String normal(String sql) {
        return sql.replaceAll("\\s+", " ")
                .replaceAll("(\\(\\$[^)]*\\)(, )?){2,}", "(…)")
                .replaceAll("\\$\\d+", "?")
                .trim();
    }

    private void write(String what, Map<String, Kind> kinds, int number) throws IOException {
        double executions =
                kinds.values().stream().mapToInt(kind -> kind.executions).sum() / (double) number;
        double millis = kinds.values().stream().mapToDouble(kind -> kind.millis).sum() / number;
        double planning =
                kinds.values().stream().mapToDouble(kind -> kind.planning).sum() / number;
        var lines = new ArrayList<String>();
        kinds.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().millis))
                .forEach(entry -> lines.add(String.format(
                        Locale.ROOT,
                        "%7.2f x %7.3f ms (planning %.3f)  %s",
                        entry.getValue().executions / (double) number,
                        entry.getValue().millis / number,
                        entry.getValue().planning / number,
                        entry.getKey())));
        Files.write(work.resolve("statements, " + what + ".txt"), lines);
        scene.report()
                .fact(
                        "statements: " + what,
                        String.format(
                                Locale.ROOT,
                                "%.0f statements, %.1f ms in PostgreSQL, %.1f of them parsing and planning",
                                executions,
                                millis,
                                planning));
    }
}
