package app.novelo.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sent, delivered and read of every message that the stand-in has taken. */
record Statuses(Scene scene) {

    private static final List<String> STEPS = List.of("sent", "delivered", "read");

    /** Tells all that is untold, without a measure. */
    void drain() throws SQLException, InterruptedException {
        tell(webhooks(scene.graph().untold()));
    }

    /** Tells all that is untold, one status at a time. */
    void untoldAlone() throws SQLException, InterruptedException {
        alone(webhooks(scene.graph().untold()));
    }

    void measure() throws SQLException, InterruptedException {
        var sent = scene.graph().untold();
        int alone = Math.min(sent.size() / 4, 60);
        var webhooks = webhooks(sent.subList(alone, sent.size()));
        long read = read();
        var before = scene.cpu();
        var result = tell(webhooks);
        scene.report()
                .cpu(
                        "a status with its webhook, under load",
                        webhooks.size(),
                        scene.cpu().since(before).per(webhooks.size()),
                        "≤ 1.5",
                        result.latencies(),
                        result.perSecond(),
                        result.refused() + " refused, " + (sent.size() - alone - read() + read)
                                + " messages not read in the end");
        alone(webhooks(sent.subList(0, alone)));
    }

    private long read() throws SQLException {
        return scene.store()
                .count("select count(*) from conversation.message where direction = 'OUT' and status = 'READ'");
    }

    private void alone(List<Webhook> webhooks) throws SQLException, InterruptedException {
        var before = scene.cpu();
        var result = scene.application().load(2).open(webhooks.size(), 20, (http, n) -> webhooks.get(n)
                .post(http));
        scene.awaitQuiet();
        scene.report()
                .cpu(
                        "a status with its webhook, alone (20/s)",
                        webhooks.size(),
                        scene.cpu().since(before).per(webhooks.size()),
                        "≤ 2.5",
                        result.latencies(),
                        result.perSecond(),
                        "");
    }

    private Load.Result tell(List<Webhook> webhooks) throws SQLException, InterruptedException {
        var result = scene.application().load(16).closed(webhooks.size(), (http, n) -> webhooks.get(n)
                .post(http));
        scene.awaitQuiet();
        return result;
    }

    /** One step of all messages, then the next, as they come from many customers. */
    private static List<Webhook> webhooks(List<GraphStandIn.Sent> sent) {
        var webhooks = new ArrayList<Webhook>();
        for (var step : STEPS) {
            sent.forEach(one -> webhooks.add(Webhook.status(one, step)));
        }
        return webhooks;
    }
}
