package app.novelo.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The lists of clocks beside few open cases and beside many. The cases are rows only, without customer and process: nothing of
 * those is read by the index that a page is found by.
 */
record ClockLists(Scene scene) {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int CALLS = 200;

    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("running", "state=running");
        LISTS.put("due before a moment", "state=open&dueBefore=2030-01-01T00:00:00Z");
        LISTS.put("breached of a queue", "state=breached&queue=retention");
        LISTS.put("paused, a metric", "state=paused&metric=resolution");
    }

    void measure() throws SQLException, InterruptedException {
        fill(0, FEW);
        calls(); // warm
        var few = calls();
        fill(FEW, MANY);
        var many = calls();
        LISTS.keySet().forEach(list -> tell(list, few.get(list), many.get(list)));
    }

    private void tell(String list, Load.Result few, Load.Result many) {
        double ratio = many.latencies().millis(0.5) / few.latencies().millis(0.5);
        scene.report()
                .fact(
                        "clocks, " + list,
                        String.format(
                                Locale.ROOT,
                                "beside %d cases p50/p95/p99 %s ms, beside %d %s ms: %.2f times (goal ≤ 1.5, p95 ≤ 50 ms); %d refused",
                                FEW,
                                few.latencies(),
                                MANY,
                                many.latencies(),
                                ratio,
                                few.refused() + many.refused()));
    }

    private Map<String, Load.Result> calls() throws InterruptedException {
        var results = new LinkedHashMap<String, Load.Result>();
        for (var list : LISTS.entrySet()) {
            results.put(list.getKey(), scene.application().load(1).closed(CALLS, (http, n) -> http.call(
                            "GET", "/api/v1/service-levels?" + list.getValue(), Application.ADMINISTRATOR, new byte[0])
                    .status()));
        }
        return results;
    }

    /** Two clocks each; of ten cases one is paused, one is breached, one warned. Every tenth stands in the small queue. */
    private void fill(int from, int to) throws SQLException {
        var cases = "generate_series(" + (from + 1) + ", " + to + ") n";
        scene.store()
                .execute(
                        """
                        insert into casework.case_file (number, kind, customer, process_instance_id, state, priority, queue, opened_at)
                        select 'B-' || n, 'ticket', gen_random_uuid(), 'bench-' || n, 'OPEN', 'NORMAL',
                          case when n % 10 = 0 then 'retention' else 'support' end, timestamptz '2026-01-01 00:00Z' + n * interval '1 minute'
                        from\s"""
                                + cases);
        scene.store()
                .execute(
                        """
                        insert into servicelevel.clock (id, case_number, metric, state, minutes, warn_percent, calendar,
                          calendar_version, started_at, due_at, warned, paused_at, left_micros, version)
                        select gen_random_uuid(), 'B-' || n, metric,
                          case n / 10 % 10 when 0 then 'PAUSED' when 1 then 'BREACHED' when 2 then 'WARNED' else 'RUNNING' end,
                          240, 80, 'support', 1, timestamptz '2026-01-01 00:00Z' + n * interval '1 minute',
                          timestamptz '2026-06-01 00:00Z' + n * interval '7 minutes', n / 10 % 10 = 2,
                          case n / 10 % 10 when 0 then timestamptz '2026-02-01 00:00Z' end, 60000000, 0
                        from (values ('firstResponse'), ('resolution')) m (metric),\s"""
                                + cases);
        scene.store().execute("analyze servicelevel.clock, casework.case_file");
    }
}
