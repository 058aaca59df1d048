package app.novelo.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One real open case, of which copies are made with all its rows: process, service level, task, timers, subscriptions,
 * conversation and clocks. Their customers are nobody, so that nobody writes to them.
 *
 * @param instances of its processes
 * @param ids wherever one stands in a row, a copy has another
 */
record CaseTemplate(List<String> instances, String number, Set<String> ids) {

    /** Rows of every kind of case, whoever is referred to first: table, and how they are found from the template's ids. */
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
            Map.entry("conversation.conversation", "case_number in (:cases)"));

    /** @param own of its kind only */
    @SafeVarargs
    static List<Map.Entry<String, String>> rows(Map.Entry<String, String>... own) {
        var rows = new ArrayList<>(ROWS);
        rows.addAll(List.of(own));
        return List.copyOf(rows);
    }

    static CaseTemplate newest(Store store) throws SQLException {
        var conversation = store.openConversations(1).get(0).conversation();
        var number = store.texts("select case_number from conversation.conversation where id = '" + conversation + "'")
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
        return new CaseTemplate(instances, number, ids);
    }

    /** @param rows table, and how they are found */
    void copy(Store store, List<Map.Entry<String, String>> rows, int from, int to) throws SQLException {
        var copies = new Copies(store, ids);
        for (var one : rows) {
            copies.make(one.getKey(), fill(one.getValue()), from, to);
        }
    }

    private String fill(String where) {
        return where.replace(":instances", Copies.quoted(instances)).replace(":cases", "'" + number + "'");
    }
}
