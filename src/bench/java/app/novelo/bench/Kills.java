package app.novelo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** {@code kill -9} under load, many times; afterwards every message is looked for. */
record Kills(Application application, GraphStandIn graph, Report report) {

    /** The goal; a call that was cut by the kill counts as unknown 15 to 25 s later. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** As slow as Meta on a bad day: a kill then always cuts calls. */
    private static final Duration ANSWER = Duration.ofMillis(500);

    private static final String UNKNOWN = "select message from conversation.outgoing where state = 'UNKNOWN'";

    void ofApplication(int rounds) throws IOException, SQLException, InterruptedException {
        graph.answerAfter(ANSWER);
        for (int round = 1; round <= rounds; round++) {
            try (var customers = new Customers(application.port(), graph)) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(3_000, 8_000));
                application.kill();
                customers.close();
                long started = application.start();
                check(
                        "kill -9 of the application " + round,
                        customers,
                        application.embedded(),
                        "started in " + started + " ms");
            }
        }
        graph.answerAfter(Duration.ZERO);
    }

    /** The application goes on meanwhile: it answers 503 and needs no restart. */
    void ofPostgres(int rounds, ExternalPostgres postgres) throws IOException, SQLException, InterruptedException {
        graph.answerAfter(ANSWER);
        for (int round = 1; round <= rounds; round++) {
            try (var customers = new Customers(application.port(), graph)) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(3_000, 8_000));
                postgres.server().kill();
                Thread.sleep(3_000);
                postgres.start();
                Thread.sleep(2_000);
                customers.close();
                check("kill -9 of PostgreSQL " + round, customers, postgres.server(), "back without a restart");
            }
        }
        graph.answerAfter(Duration.ZERO);
    }

    private void check(String what, Customers customers, PostgresServer server, String how)
            throws IOException, SQLException, InterruptedException {
        long began = System.nanoTime();
        customers.repeatAll();
        try (var store = new Store(server)) {
            boolean inTime = Scene.comesTrue(() -> store.isTakenIn(), LIMIT);
            double taken = (System.nanoTime() - began) / 1e9;
            boolean sent = Scene.comesTrue(() -> store.isSent(), LIMIT);
            double all = (System.nanoTime() - began) / 1e9;
            int unknown = store.texts(UNKNOWN).size();
            customers.tellAll();
            Scene.comesTrue(() -> takenOf(store.texts(UNKNOWN)).isEmpty(), LIMIT);
            var never = store.texts(UNKNOWN);
            report.drill(String.format(
                    java.util.Locale.ROOT,
                    "%s: %s; %d acknowledged (answers %s); taken in after %.1f s%s, sent after %.1f s%s; lost or doubled messages %s; "
                            + "customers without exactly one ticket %s; sends repeated %s; unknown outcomes %d, after their statuses %d, of which WhatsApp had taken %s; by hand %d; set aside %d; incidents %d",
                    what,
                    how,
                    customers.acknowledged().size(),
                    customers.answers(),
                    taken,
                    inTime ? "" : " NOT FINISHED",
                    all,
                    sent ? "" : " NOT FINISHED",
                    store.notOnce(customers.acknowledged()),
                    store.notOneTicket(customers.phones()),
                    repeated(),
                    unknown,
                    never.size(),
                    takenOf(never),
                    store.count("select count(*) from casework.work_item where process_key = 'by-hand'"),
                    store.count("select count(*) from channel.set_aside where settled_at is null"),
                    store.count("select count(*) from act_ru_incident")));
        }
    }

    /** What was cut before it arrived stays unknown: only a person can find out. */
    private List<String> takenOf(List<String> ourIds) {
        var taken = graph.taken().stream().map(GraphStandIn.Sent::ourId).collect(Collectors.toSet());
        return ourIds.stream().filter(taken::contains).toList();
    }

    private Set<String> repeated() {
        return graph.taken().stream()
                .collect(Collectors.groupingBy(GraphStandIn.Sent::ourId, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey())
                .collect(Collectors.toSet());
    }
}
