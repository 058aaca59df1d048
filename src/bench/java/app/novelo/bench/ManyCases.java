package app.novelo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

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

    /** Rows of a ticket. */
    private static final List<Map.Entry<String, String>> ROWS =
            CaseTemplate.rows(Map.entry("ticket.ticket", "number in (:cases)"));

    void measure() throws IOException, SQLException, InterruptedException {
        var template = CaseTemplate.newest(scene.store());
        beside(template, 0, FEW);
        beside(template, FEW, MANY);
    }

    /** Lets few cases be open, for a measure of something else. */
    void few() throws SQLException {
        fill(CaseTemplate.newest(scene.store()), 0, FEW);
    }

    private void fill(CaseTemplate template, int from, int to) throws SQLException {
        template.copy(scene.store(), ROWS, from, to);
        scene.store().execute("analyze");
    }

    private void beside(CaseTemplate template, int from, int to)
            throws IOException, SQLException, InterruptedException {
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
        new Lists(scene, CALLS).measure(LISTS);
        cases.agentClaims();
        cases.agentWaits();
        cases.customersWrite("further message, clocks resume", "≤ 12");
        cases.agentResolves();
    }

    private List<Store.Open> fresh() throws IOException, SQLException, InterruptedException {
        new NewConversations(scene).measure(ACTS);
        return scene.store().openConversations(ACTS);
    }
}
