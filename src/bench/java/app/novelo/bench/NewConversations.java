package app.novelo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Customers who write for the first time, each one message, until each has a case with a task. */
record NewConversations(Scene scene, Wish wish) {

    /** Unfinished ones at any moment: enough to keep the application busy, too few to fill its tables. */
    private static final int IN_FLIGHT = 32;

    private static final String TASKS = "select count(*) from casework.work_item";
    private static final String SILENCE =
            "update conversation.line_lease set paused_until = 'infinity', paused_why = 'bench'";
    private static final String SPEAK = "update conversation.line_lease set paused_until = null, paused_why = null";

    static final Wish HELP = new Wish(
            Webhook.TEXTS,
            "new conversation → task (saturated)",
            "telling the protocol, sent and accepted",
            1,
            "new conversation → task and protocol sent");
    static final Wish PURCHASE = new Wish(
            Webhook.PURCHASES,
            "new conversation → lead, scored and routed, and its task (saturated)",
            "welcome and first question, sent and accepted",
            2,
            "new conversation → lead, its task, welcome and question sent");

    NewConversations(Scene scene) {
        this(scene, HELP);
    }

    /**
     * What they want.
     *
     * @param task what is measured until somebody has a task
     * @param told what is measured of what the process tells them then
     * @param messages number of these
     * @param leisurely what is measured of both, below capacity
     */
    record Wish(List<String> texts, String task, String told, int messages, String leisurely) {

        String text(int n) {
            return texts.get(n % texts.size());
        }
    }

    /** @param at epoch milliseconds before it was posted */
    private record Posted(String wamid, long at) {}

    /** @return how many there were when the time was up */
    int warmUp(int number, int seconds) throws IOException, SQLException, InterruptedException {
        int done = 0;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                done < number && System.nanoTime() < end; ) {
            int some = Math.min(200, number - done);
            postAll(some);
            done += some;
        }
        scene.awaitQuiet();
        return done;
    }

    void measure(int number) throws IOException, SQLException, InterruptedException {
        arrive(number);
        tell(number);
    }

    /** The line is silent from now on, so that telling them something can be measured apart. */
    void arrive(int number) throws IOException, SQLException, InterruptedException {
        silence(scene);
        var before = scene.cpu();
        long began = System.nanoTime();
        var posted = postAll(number);
        double seconds = (System.nanoTime() - began) / 1e9;
        var each = scene.cpu().since(before).per(number);
        scene.report()
                .cpu(
                        wish.task,
                        number,
                        each,
                        "≤ 40",
                        latencies(posted),
                        number / seconds,
                        "telling handed over, not sent");
    }

    void tell(int number) throws SQLException, InterruptedException {
        tell(scene, wish.told, number, wish.messages);
    }

    static void silence(Scene scene) throws SQLException {
        scene.store().execute(SILENCE);
    }

    /**
     * What waits for the line that was silent, and what follows from it.
     *
     * @param messages to each of so many customers
     */
    static void tell(Scene scene, String what, int number, int messages) throws SQLException, InterruptedException {
        scene.await(
                "all is handed over",
                () -> scene.store().count("select count(*) from act_ru_ext_task where worker_id_ is null") == 0);
        int sent = scene.graph().count();
        var before = scene.cpu();
        long began = System.nanoTime();
        scene.store().execute(SPEAK);
        scene.await("all is told", () -> scene.graph().count() - sent >= number * messages);
        scene.awaitQuiet();
        double seconds = (System.nanoTime() - began) / 1e9;
        scene.report()
                .cpu(
                        what,
                        number,
                        scene.cpu().since(before).per(number),
                        messages == 1 ? "≤ 10" : "≤ " + messages + " × 10",
                        "",
                        number / seconds,
                        "60 messages/s is the line's rate");
    }

    /** Below capacity: what a customer waits for. */
    void atLeisure(int number, double perSecond) throws SQLException, InterruptedException {
        var before = scene.cpu();
        var posted = new ConcurrentHashMap<String, Long>();
        var load = scene.application().load(8).open(number, perSecond, (http, n) -> {
            var id = Webhook.newId();
            posted.put(id, System.currentTimeMillis());
            return Webhook.message(Webhook.newPhone(), id, wish.text(n)).post(http);
        });
        scene.awaitQuiet();
        var each = scene.cpu().since(before).per(number);
        var latencies = latencies(posted.entrySet().stream()
                .map(entry -> new Posted(entry.getKey(), entry.getValue()))
                .toList());
        scene.report()
                .cpu(
                        wish.leisurely + ", " + perSecond + "/s",
                        number,
                        each,
                        "≤ 50",
                        latencies,
                        load.perSecond(),
                        "acknowledged in " + load.latencies());
    }

    private List<Posted> postAll(int number) throws IOException, SQLException, InterruptedException {
        long before = scene.store().count(TASKS);
        var posted = new java.util.ArrayList<Posted>();
        try (var http = new Http(scene.application().port())) {
            while (posted.size() < number) {
                long finished = scene.store().count(TASKS) - before;
                while (posted.size() < number && posted.size() - finished < IN_FLIGHT) {
                    posted.add(post(http, posted.size()));
                }
                Thread.sleep(100);
            }
        }
        scene.await("every conversation has a task", () -> scene.store().count(TASKS) - before >= number);
        return posted;
    }

    private Posted post(Http http, int n) throws IOException {
        var posted = new Posted(Webhook.newId(), System.currentTimeMillis());
        int status =
                Webhook.message(Webhook.newPhone(), posted.wamid, wish.text(n)).post(http);
        if (status != 200) {
            throw new IOException("a webhook was answered with " + status);
        }
        return posted;
    }

    /** Until the task was written, some milliseconds before its transaction ended. */
    private Latencies latencies(List<Posted> posted) throws SQLException {
        Map<String, Long> tasks =
                scene.store().taskTimes(posted.stream().map(Posted::wamid).toList());
        var latencies = new Latencies();
        for (var one : posted) {
            var at = tasks.get(one.wamid);
            if (at != null) {
                latencies.add(TimeUnit.MILLISECONDS.toNanos(at - one.at));
            }
        }
        return latencies;
    }
}
