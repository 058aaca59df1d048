package app.novelo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Follow-ups that wake up and send their words by themselves, and what happens in cases, beside none that wait and beside many.
 * The many are copies of one real follow-up; nobody has them, and their time does not come.
 */
record FollowUps(Scene scene) {

    private static final int MANY = 100_000;
    private static final int ACTS = 150;

    /** Further away than any run of the bench takes. */
    private static final String FAR = "2031-03-12T15:00:00Z";

    /** Rows of a follow-up, whoever is referred to first: table, and how they are found. */
    private static final List<Map.Entry<String, String>> ROWS = List.of(
            Map.entry("public.act_ru_execution", "proc_inst_id_ = ':instance'"),
            Map.entry("public.act_ru_event_subscr", "proc_inst_id_ = ':instance'"),
            Map.entry("public.act_ru_job", "process_instance_id_ = ':instance'"),
            Map.entry("public.act_ru_variable", "proc_inst_id_ = ':instance'"),
            Map.entry("casework.case_file", "number = ':number'"),
            Map.entry("followup.follow_up", "number = ':number'"));

    void measure() throws IOException, SQLException, InterruptedException {
        new FollowUps(scene.quiet()).act();
        scene.report().fact("**beside no follow-up that waits**", "");
        act();
        fill();
        new FollowUps(scene.quiet()).act(); // PostgreSQL plans everything anew after it has analysed
        scene.report().fact("**beside " + MANY + " follow-ups that wait**", "");
        act();
    }

    private void act() throws IOException, SQLException, InterruptedException {
        wake();
        new ManyCases(scene).act();
    }

    private void wake() throws IOException, SQLException, InterruptedException {
        new NewConversations(scene.quiet()).measure(ACTS);
        var open = scene.store().openConversations(ACTS);
        plan(open);
        var mine = mine(open);
        var before = scene.cpu();
        long began = System.nanoTime();
        scene.store()
                .execute("update act_ru_job set duedate_ = now() - interval '1 second' where process_instance_id_ in ("
                        + "select process_instance from followup.follow_up where " + mine + ")");
        scene.await(
                "every follow-up is done",
                () -> scene.store().count("select count(*) from followup.follow_up where state <> 'DONE' and " + mine)
                        == 0);
        scene.awaitQuiet();
        double seconds = (System.nanoTime() - began) / 1e9;
        scene.report()
                .cpu(
                        "follow-up wakes up, its words are sent and accepted",
                        ACTS,
                        scene.cpu().since(before).per(ACTS),
                        "≤ 25 + 15",
                        "",
                        ACTS / seconds,
                        "");
    }

    private void plan(List<Store.Open> open) throws SQLException, InterruptedException {
        var before = scene.cpu();
        var result = scene.application().load(4).closed(open.size(), (http, n) -> http.call(
                        "POST",
                        "/api/v1/follow-ups",
                        Application.ADMINISTRATOR,
                        ("{\"conversation\":\"" + open.get(n).conversation()
                                        + "\",\"what\":\"ligar\",\"mode\":\"AUTOMATIC\",\"text\":\"Segue o que prometi.\","
                                        + "\"exact\":true,\"dueAt\":\"" + FAR + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                .status());
        scene.awaitQuiet();
        scene.report()
                .cpu(
                        "planning a follow-up",
                        open.size(),
                        scene.cpu().since(before).per(open.size()),
                        "",
                        result.latencies(),
                        result.perSecond(),
                        result.refused() + " refused");
    }

    private static String mine(List<Store.Open> open) {
        return "conversation in ("
                + Copies.quoted(open.stream().map(Store.Open::conversation).toList()) + ")";
    }

    private void fill() throws IOException, SQLException, InterruptedException {
        new NewConversations(scene.quiet()).measure(1);
        var open = scene.store().openConversations(1);
        new FollowUps(scene.quiet()).plan(open);
        var number = scene.store()
                .texts("select number from followup.follow_up where " + mine(open))
                .get(0);
        var instance = scene.store()
                .texts("select process_instance from followup.follow_up where number = '" + number + "'")
                .get(0);
        var copies = new Copies(scene.store(), ids(number, instance, open.get(0).conversation()));
        for (var rows : ROWS) {
            copies.make(
                    rows.getKey(),
                    rows.getValue().replace(":instance", instance).replace(":number", number),
                    0,
                    MANY);
        }
        scene.store().execute("analyze");
    }

    private LinkedHashSet<String> ids(String number, String instance, String conversation) throws SQLException {
        var ids = new LinkedHashSet<>(List.of(number, instance, conversation));
        for (var query : List.of(
                "select id_ from act_ru_execution where proc_inst_id_ = '" + instance + "'",
                "select id_ from act_ru_event_subscr where proc_inst_id_ = '" + instance + "'",
                "select id_ from act_ru_job where process_instance_id_ = '" + instance + "'",
                "select id_ from act_ru_variable where proc_inst_id_ = '" + instance + "'",
                "select var_scope_ from act_ru_variable where proc_inst_id_ = '" + instance + "'",
                "select customer::text from followup.follow_up where number = '" + number + "'")) {
            ids.addAll(scene.store().texts(query));
        }
        return ids;
    }
}
