package app.novelo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Ten files of nearly 100 MB stream in while a line's full load of webhooks arrives: memory and latencies. */
record StreamingFiles(Scene scene) {

    private static final int FILES = 10;
    private static final int SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String READY = "select count(*) from conversation.media where state = 'READY'";

    void measure() throws SQLException, IOException, InterruptedException {
        scene.awaitQuiet();
        load("webhooks 320/s, nothing else");
        long ready = scene.store().count(READY);
        long before = scene.application().residentMegabytes();
        var most = new AtomicLong(before);
        var watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleAtFixedRate(() -> note(most), 0, 200, TimeUnit.MILLISECONDS);
        try {
            long began = System.nanoTime();
            arrive();
            load("webhooks 320/s while ten files of 99 MB stream in");
            boolean all = Scene.comesTrue(() -> scene.store().count(READY) == ready + FILES, PATIENCE);
            scene.report()
                    .fact(
                            "ten files of 99 MB",
                            String.format(
                                            Locale.ROOT,
                                            "%d of %d stored in %.0f s; JVM %d MiB before, at most %d while they came",
                                            scene.store().count(READY) - ready,
                                            FILES,
                                            (System.nanoTime() - began) / 1e9,
                                            before,
                                            most.get())
                                    + (all ? "" : "; NOT ALL"));
        } finally {
            watch.shutdownNow();
        }
    }

    private void note(AtomicLong most) {
        try {
            most.accumulateAndGet(scene.application().residentMegabytes(), Math::max);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void arrive() throws IOException {
        var hash = LargeFiles.hash();
        try (var http = new Http(scene.application().port())) {
            for (int i = 0; i < FILES; i++) {
                Webhook.document(Webhook.newPhone(), Webhook.newId(), "file" + System.nanoTime(), hash)
                        .post(http);
            }
        }
    }

    private void load(String what) throws InterruptedException {
        int number = (int) (Acknowledging.FULL_LINE * SECONDS);
        var before = scene.cpu();
        var open = scene.application().load(32).open(number, Acknowledging.FULL_LINE, Acknowledging::post);
        scene.report()
                .cpu(
                        what,
                        number,
                        scene.cpu().since(before).per(number),
                        "p50 ≤ 10, p99 ≤ 50 ms",
                        open.latencies(),
                        open.perSecond(),
                        open.refused() + " refused");
    }
}
