package app.novelo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens in a case, and the lists of work, beside few open cases and beside many. The many are copies of one real
 * ticket with all its rows: process, service level, task, timers, subscriptions, conversation and clocks, each under ids of
 * its own. Their customers are nobody, so that nobody writes to them.
 */
record ManyCases(Scene scene) {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int ACTS = 150;
    private static final int CALLS = 200;

    private static final List<String> LISTS =
            List.of("work?view=queues", "work?view=overdue", "tickets?state=OPEN", "conversations?queue=support");

    /** Rows of a ticket, whoever is referred to first: table, and how they are found from the template's ids. */
    private static final List<Map.Entry<String, String>> ROWS = List.of(
            Map.entry("public.act_ru_execution", "proc_inst_id_ in (:instances)"),
            Map.entry("public.act_ru_task", "proc_inst_id_ in (:instances)"),
            Map.entry("public.act_ru_event_subscr", "proc_inst_id_ in (:instances)"),
            Map.entry("public.act_ru_job", "process_instance_id_ in (:instances)"),
            Map.entry("public.act_ru_variable", "proc_inst_id_ in (:instances)"),
            Map.entry(
                    "public.act_ru_identitylink",
                    "task_id_ in (select id_ from act_ru_task where proc_inst_id_ in (:instances))"),
            Map.entry("casework.case_file", "process_instance_id in (:instances)"),
            Map.entry("casework.work_item", "process_instance_id in (:instances)"),
            Map.entry("servicelevel.clock", "case_number in (:cases)"),
            Map.entry("ticket.ticket", "number in (:cases)"),
            Map.entry("conversation.conversation", "case_number in (:cases)"));

    void measure() throws IOException, SQLException, InterruptedException {
        var template = Template.of(scene.store());
        beside(template, 0, FEW);
        beside(template, FEW, MANY);
    }

    /** Lets few cases be open, for a measure of something else. */
    void few() throws SQLException {
        fill(Template.of(scene.store()), 0, FEW);
    }

    private void fill(Template template, int from, int to) throws SQLException {
        var copies = new Copies(scene.store(), template.ids());
        for (var rows : ROWS) {
            copies.make(rows.getKey(), template.fill(rows.getValue()), from, to);
        }
        scene.store().execute("analyze");
    }

    private void beside(Template template, int from, int to) throws IOException, SQLException, InterruptedException {
        fill(template, from, to);
        new ManyCases(scene.quiet()).act(); // PostgreSQL plans everything anew after it has analysed
        scene.report().fact("**beside " + to + " open cases**", "");
        act();
    }

    void act() throws IOException, SQLException, InterruptedException {
        var cases = new OpenCases(scene, fresh());
        cases.customersWrite("further message, no clock changes", "≤ 8");
        cases.agentAnswers();
        cases.customersWrite("further message, a clock starts", "≤ 12");
        lists();
        cases.agentClaims();
        cases.agentWaits();
        cases.customersWrite("further message, clocks resume", "≤ 12");
        cases.agentResolves();
    }

    private List<Store.Open> fresh() throws IOException, SQLException, InterruptedException {
        new NewConversations(scene).measure(ACTS);
        return scene.store().openConversations(ACTS);
    }

    private void lists() throws InterruptedException {
        for (var list : LISTS) {
            call("/api/v1/" + list); // warm
            var result = call("/api/v1/" + list);
            scene.report()
                    .fact(
                            "list, " + list,
                            "p50 / p95 / p99 " + result.latencies() + " ms, " + result.refused() + " refused");
        }
    }

    private Load.Result call(String path) throws InterruptedException {
        return scene.application().load(1).closed(CALLS, (http, n) -> http.call(
                        "GET", path, Application.ADMINISTRATOR, new byte[0])
                .status());
    }

    /** Ids of one ticket, quoted. */
    private record Template(List<String> instances, String number, Set<String> ids) {

        static Template of(Store store) throws SQLException {
            var conversation = store.openConversations(1).get(0).conversation();
            var number = store.texts(
                            "select case_number from conversation.conversation where id = '" + conversation + "'")
                    .get(0);
            var instances = store.texts(
                    "select id_ from act_ru_execution where business_key_ = '" + number + "' and parent_id_ is null");
            var in = Copies.quoted(instances);
            var ids = new LinkedHashSet<String>(instances);
            ids.add(number);
            ids.add(conversation);
            for (var query : List.of(
                    "select id_ from act_ru_execution where proc_inst_id_ in (" + in + ")",
                    "select id_ from act_ru_task where proc_inst_id_ in (" + in + ")",
                    "select id_ from act_ru_event_subscr where proc_inst_id_ in (" + in + ")",
                    "select id_ from act_ru_job where process_instance_id_ in (" + in + ")",
                    "select id_ from act_ru_variable where proc_inst_id_ in (" + in + ")",
                    "select id_ from act_ru_identitylink where task_id_ in (select id_ from act_ru_task where proc_inst_id_ in ("
                            + in + "))",
                    "select id::text from servicelevel.clock where case_number = '" + number + "'",
                    "select customer::text from conversation.conversation where id = '" + conversation + "'",
                    "select var_scope_ from act_ru_variable where proc_inst_id_ in (" + in + ")")) {
                ids.addAll(store.texts(query));
            }
            return new Template(instances, number, ids);
        }

        String fill(String where) {
            return where.replace(":instances", Copies.quoted(instances)).replace(":cases", "'" + number + "'");
        }
    }
}
