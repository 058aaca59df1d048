package app.novelo.bench;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A webhook and its 200: HMAC, durable insert. The bench holds the splitter's lock meanwhile, so that nothing but that is
 * measured; what was stored is split afterwards.
 */
record Acknowledging(Scene scene) {

    private static final String LOCK = "select pg_advisory_lock(hashtextextended('channel.split', 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('channel.split', 0))";

    /** A line's full load: 80 messages and 240 statuses a second. */
    static final double FULL_LINE = 320;

    /** @return webhooks a second, closed loop */
    double measure(int number) throws SQLException, InterruptedException {
        scene.store().execute(LOCK);
        try {
            var before = scene.cpu();
            var closed = scene.application().load(16).closed(number, Acknowledging::post);
            var each = scene.cpu().since(before).per(number);
            scene.report()
                    .cpu(
                            "acknowledging, closed loop, 16 connections",
                            number,
                            each,
                            "≤ 1",
                            closed.latencies(),
                            closed.perSecond(),
                            closed.refused() + " refused");
            open((int) (FULL_LINE * 10));
            return closed.perSecond();
        } finally {
            scene.store().execute(UNLOCK);
            scene.awaitQuiet();
        }
    }

    private void open(int number) throws InterruptedException {
        var before = scene.cpu();
        var open = scene.application().load(32).open(number, FULL_LINE, Acknowledging::post);
        var each = scene.cpu().since(before).per(number);
        scene.report()
                .cpu(
                        "acknowledging, open loop 320/s",
                        number,
                        each,
                        "≤ 1; p50 ≤ 10, p99 ≤ 50 ms",
                        open.latencies(),
                        open.perSecond(),
                        open.refused() + " refused");
    }

    static int post(Http http, int n) throws IOException {
        return Webhook.nothing().post(http);
    }
}
