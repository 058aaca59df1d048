package app.novelo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;

/** Runs everything once, in one order, and prints one table. */
final class Bench {

    private final Options options;
    private final Report report = new Report(true);

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String... arguments) throws Exception {
        var options = Options.of(arguments);
        clear(options.work());
        new Bench(options).run();
        System.exit(0); // the stand-in's threads
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !file.equals(folder.resolve("classpath"))) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws Exception {
        try (var graph = new GraphStandIn()) {
            var application = new Application(options.jar(), options.work().resolve("data"), graph.address());
            try {
                start(application);
                try (var store = new Store(application.embedded())) {
                    measure(new Scene(application, application.embedded(), store, graph, report));
                }
                drill(application, graph);
            } finally {
                application.stop();
                report.write(options.work().resolve("report.md"));
            }
        }
    }

    private void start(Application application) throws IOException, InterruptedException {
        long first = application.start();
        if (!options.runs("start")) {
            return;
        }
        application.stop();
        long second = application.start("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");
        var used = application.cpu(application.embedded());
        report.fact(
                "start until it stores webhooks",
                String.format(
                        Locale.ROOT,
                        "first %d ms; second, C1 only, %d ms and %.0f CPU-ms (goal ≤ 30000)",
                        first,
                        second,
                        used.application() + used.compilers()));
        application.stop();
        application.start();
    }

    private void measure(Scene scene) throws IOException, SQLException, InterruptedException {
        if (options.only().contains("statements")) {
            warmUp(scene);
            new ManyCases(scene).few(); // statements cost by what they find
            new Statements(scene, options.work()).count(50);
        }
        if (options.only().contains("leads")) {
            warmUp(scene);
            var leads = new Leads(scene);
            leads.warmUp(options.warmUp() / 3, options.warmUpSeconds());
            new Floors(scene, options.work()).bareEngine(options.warmUp(), options.measured());
            leads.besideFew(options.measured());
            new Statements(scene, options.work()).countLeads(50); // statements cost by what they find
            leads.besideMany(options.measured());
        }
        if (options.only().contains("clocks")) {
            warmUp(scene);
            new ClockLists(scene).measure();
        }
        if (options.only().contains("many")) {
            warmUp(scene);
            new Floors(scene, options.work()).bareEngine(options.warmUp(), options.measured());
            new ManyCases(scene).measure();
        }
        if (options.only().contains("followups")) {
            warmUp(scene);
            new FollowUps(scene).measure();
        }
        if (options.runs("files")) {
            warmUp(scene);
            new StreamingFiles(scene).measure();
            new NewConversations(scene).measure(options.measured());
            new Statuses(scene).measure();
        }
        if (options.runs("measures")) {
            warmUp(scene);
            double acknowledged = new Acknowledging(scene).measure(options.measured() * 5);
            var conversations = new NewConversations(scene);
            conversations.measure(options.measured());
            conversations.atLeisure(Math.min(options.measured(), 150), 5);
            new Statuses(scene).measure();
            openCases(scene);
            floors(scene, acknowledged);
            report.fact(
                    "memory of the JVM", scene.application().residentMegabytes() + " MiB resident, heap at most 1 GiB");
        }
    }

    private void floors(Scene scene, double acknowledged) throws IOException, SQLException, InterruptedException {
        var floors = new Floors(scene, options.work());
        floors.idle();
        floors.insertOnly(options.warmUp(), options.measured() * 5, acknowledged);
        floors.bareEngine(options.warmUp(), options.measured());
    }

    private void drill(Application application, GraphStandIn graph)
            throws IOException, SQLException, InterruptedException {
        if (options.runs("kills")) {
            new Kills(application, graph, report).ofApplication(options.kills());
            killPostgres(application.postgresPrograms(), graph);
        }
        if (options.runs("fire")) {
            try (var store = new Store(application.embedded())) {
                new CaseUnderFire(new Scene(application, application.embedded(), store, graph, report)).rounds(200);
            }
        }
    }

    private void killPostgres(Path programs, GraphStandIn graph)
            throws IOException, SQLException, InterruptedException {
        var postgres = ExternalPostgres.create(programs, options.work().resolve("postgres"));
        postgres.start();
        try {
            postgres.createNovelo();
            var application = new Application(options.jar(), options.work().resolve("data-2"), graph.address())
                    .on(postgres.server());
            try {
                application.start();
                new Kills(application, graph, report).ofPostgres(options.kills(), postgres);
            } finally {
                application.stop();
            }
        } finally {
            postgres.stop();
        }
    }

    private void warmUp(Scene scene) throws IOException, SQLException, InterruptedException {
        var warm = scene.quiet();
        System.out.println("warming up");
        int rounds = new NewConversations(warm).warmUp(options.warmUp(), options.warmUpSeconds());
        new Statuses(warm).drain();
        var cases = OpenCases.newest(warm, rounds / 3);
        cases.customersWrite("warm-up: further message", "");
        cases.agentAnswers();
        cases.customersWrite("warm-up: further message after an answer", "");
        cases.agentClaims();
        cases.agentWaits();
        cases.customersWrite("further message, clocks resume", "≤ 12");
        cases.agentResolves();
        new Acknowledging(warm).measure(rounds);
        new Statuses(warm).drain();
        report.fact(
                "warm-up",
                rounds + " conversations, " + rounds / 3 + " further messages, answers and resolved tickets");
    }

    private void openCases(Scene scene) throws SQLException, InterruptedException {
        var cases = OpenCases.newest(scene, options.measured());
        cases.customersWrite("further message, no clock changes", "≤ 8");
        cases.agentAnswers();
        cases.customersWrite("further message, a clock starts", "≤ 12");
        cases.agentClaims();
        cases.agentWaits();
        cases.customersWrite("further message, clocks resume", "≤ 12");
        cases.agentResolves();
    }
}
