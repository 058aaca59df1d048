package app.novelo.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** What happens in a case that is open: the customer writes on, an agent answers, the ticket is resolved. */
record OpenCases(Scene scene, List<Store.Open> conversations) {

    static OpenCases newest(Scene scene, int number) throws SQLException {
        return new OpenCases(scene, scene.store().openConversations(number));
    }

    void customersWrite(String what, String goal) throws SQLException, InterruptedException {
        customersWrite("E quando vocês podem vir? Estou em casa amanhã", what, goal);
    }

    void customersWrite(String text, String what, String goal) throws SQLException, InterruptedException {
        int number = conversations.size();
        var before = scene.cpu();
        long began = System.nanoTime();
        var result = scene.application().load(4).closed(number, (http, n) -> Webhook.message(
                        conversations.get(n).phone(), Webhook.newId(), text)
                .post(http));
        scene.awaitQuiet();
        double seconds = (System.nanoTime() - began) / 1e9;
        scene.report()
                .cpu(
                        what,
                        number,
                        scene.cpu().since(before).per(number),
                        goal,
                        "",
                        number / seconds,
                        result.refused() + " refused");
    }

    void agentAnswers() throws SQLException, InterruptedException {
        agentAnswers("agent's answer, sent and accepted");
    }

    void agentAnswers(String what) throws SQLException, InterruptedException {
        int number = conversations.size();
        int sent = scene.graph().count();
        var before = scene.cpu();
        var result = scene.application().load(4).closed(number, (http, n) -> http.call(
                        "POST",
                        "/api/v1/conversations/" + conversations.get(n).conversation() + "/messages",
                        Application.ADMINISTRATOR,
                        "{\"kind\":\"text\",\"text\":\"Vamos resolver isso hoje.\"}".getBytes(StandardCharsets.UTF_8))
                .status());
        scene.awaitQuiet();
        scene.report()
                .cpu(
                        what,
                        number,
                        scene.cpu().since(before).per(number),
                        "≤ 15",
                        result.latencies(),
                        result.perSecond(),
                        result.refused() + " refused, " + (scene.graph().count() - sent) + " taken by the stand-in");
    }

    void agentClaims() throws SQLException, InterruptedException {
        atTasks("claiming a ticket", "", "claim", "{\"userId\":\"admin\"}");
    }

    void agentWaits() throws SQLException, InterruptedException {
        atTasks(
                "waiting for the customer, clocks pause",
                "",
                "complete",
                "{\"variables\":{\"outcome\":{\"value\":\"waitingCustomer\",\"type\":\"String\"}}}");
    }

    /** With what is told to the customer, which costs as much as telling the protocol. */
    void agentResolves() throws SQLException, InterruptedException {
        atTasks(
                "resolving a ticket with its clocks, and telling the customer",
                "≤ 30 + 10",
                "complete",
                "{\"variables\":{\"outcome\":{\"value\":\"resolved\",\"type\":\"String\"},"
                        + "\"resolution\":{\"value\":\"solved\",\"type\":\"String\"}}}");
    }

    /** Ids of the conversations, quoted. */
    String ids() {
        return Copies.quoted(
                conversations.stream().map(Store.Open::conversation).toList());
    }

    void atTasks(String what, String goal, String act, String body) throws SQLException, InterruptedException {
        var tasks = scene.store().texts("select task_id from casework.work_item where conversation in (" + ids() + ")");
        var before = scene.cpu();
        var result = scene.application().load(4).closed(tasks.size(), (http, n) -> http.call(
                        "POST",
                        "/engine-rest/task/" + tasks.get(n) + "/" + act,
                        Application.ADMINISTRATOR,
                        body.getBytes(StandardCharsets.UTF_8))
                .status());
        scene.awaitQuiet();
        scene.report()
                .cpu(
                        what,
                        tasks.size(),
                        scene.cpu().since(before).per(tasks.size()),
                        goal,
                        result.latencies(),
                        result.perSecond(),
                        result.refused() + " refused");
    }
}
