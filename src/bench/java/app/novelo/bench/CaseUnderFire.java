package app.novelo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Customer, agent, worker and timer at one case in the same instant, again and again. For the worker's sake the ticket's model
 * is deployed with one step more: every reply of the customer is confirmed by a message.
 */
record CaseUnderFire(Scene scene) {

    private static final Path MODEL = Path.of("processes/ticket/ticket.bpmn");
    private static final String CONFIRM = "Recebemos a sua mensagem.";
    private static final String ANSWER = "Resposta do atendente ";

    void rounds(int number) throws IOException, SQLException, InterruptedException {
        deploy(confirming(Files.readString(MODEL)));
        var phone = Webhook.newPhone();
        try (var http = new Http(scene.application().port())) {
            Webhook.message(phone, Webhook.newId(), NewConversations.HELP.text(0))
                    .post(http);
        }
        scene.awaitQuiet();
        scene.await(
                "the ticket is there", () -> !scene.store().openConversations(1).isEmpty());
        var conversation = scene.store().openConversations(1).get(0);
        var statuses = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < number; round++) {
                fire(threads, conversation, round).forEach(statuses::add);
            }
        } finally {
            threads.shutdown();
        }
        scene.awaitQuiet();
        report(
                number,
                conversation.conversation(),
                statuses.stream()
                        .collect(Collectors.groupingBy(
                                status -> status, java.util.TreeMap::new, Collectors.counting())));
        deploy(Files.readString(MODEL));
    }

    private List<String> fire(java.util.concurrent.ExecutorService threads, Store.Open open, int round)
            throws InterruptedException {
        var calls = List.<Callable<String>>of(
                () -> "customer " + customer(open.phone(), round),
                () -> "agent " + agent(open.conversation(), round),
                () -> "timer " + timer(open.conversation()));
        return threads.invokeAll(calls).stream().map(CaseUnderFire::value).toList();
    }

    private static String value(java.util.concurrent.Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }

    private int customer(String phone, int round) throws IOException {
        try (var http = new Http(scene.application().port())) {
            return Webhook.message(phone, Webhook.newId(), "Mais uma pergunta, a de número " + round)
                    .post(http);
        }
    }

    private int agent(String conversation, int round) throws IOException {
        return scene.application()
                .post(
                        "/api/v1/conversations/" + conversation + "/messages",
                        "{\"kind\":\"text\",\"text\":\"" + ANSWER + round + "\"}")
                .status();
    }

    /** The clock's timer fires, whatever its time. */
    private String timer(String conversation) throws IOException, SQLException {
        List<String> jobs;
        try (var own = new Store(scene.server())) {
            jobs = own.texts(
                    """
                    select j.id_ from act_ru_job j join servicelevel.board b on b.process_instance_id = j.process_instance_id_
                    join conversation.conversation c on c.case_number = b.case_number where c.id = '%s'"""
                            .formatted(conversation));
        }
        return jobs.isEmpty()
                ? "none"
                : Integer.toString(scene.application()
                        .post("/engine-rest/job/" + jobs.get(0) + "/execute", "{}")
                        .status());
    }

    private void report(int number, String conversation, Map<String, Long> statuses) throws SQLException {
        var store = scene.store();
        var of = " from conversation.message where conversation = '" + conversation + "'";
        var sent = scene.graph().taken().stream()
                .filter(one -> one.text().startsWith(ANSWER))
                .collect(Collectors.groupingBy(GraphStandIn.Sent::text, Collectors.counting()));
        scene.report()
                .drill("one case under fire, " + number + " rounds: calls " + statuses + "; stored "
                        + (store.count("select count(*)" + of + " and direction = 'IN'") - 1) + ", not handled "
                        + store.count("select count(*)" + of + " and unhandled") + "; answers sent " + sent.size()
                        + ", repeated "
                        + sent.values().stream().filter(times -> times > 1).count() + ", failed or unknown "
                        + store.count("select count(*)" + of
                                + " and direction = 'OUT' and status in ('FAILED', 'UNKNOWN', 'CANCELLED')")
                        + "; confirmations " + store.count("select count(*)" + of + " and text = '" + CONFIRM + "'")
                        + "; by hand "
                        + store.count("select count(*) from casework.work_item where process_key = 'by-hand'")
                        + "; incidents "
                        + store.count("select count(*) from act_ru_incident"));
    }

    private static String confirming(String model) {
        return model.replaceFirst(
                "<bpmn:sequenceFlow id=\"flow_noteReply_replyNoted\"[^>]*/>",
                """
                <bpmn:serviceTask id="serviceTask_confirmReply" name="Confirm the reply" camunda:type="external" camunda:topic="conversation.send">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="text" value="%s" /><camunda:property name="notice" value="true" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="flow_noteReply_confirmReply" sourceRef="serviceTask_noteReply" targetRef="serviceTask_confirmReply" />
                <bpmn:sequenceFlow id="flow_noteReply_replyNoted" sourceRef="serviceTask_confirmReply" targetRef="endEvent_replyNoted" />
                """
                        .formatted(CONFIRM));
    }

    /** As Camunda Modeler's button does it. */
    private void deploy(String model) throws IOException {
        var boundary = "bench-boundary";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nticket\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"ticket.bpmn\"; filename=\"ticket.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + model + "\r\n--" + boundary + "--\r\n";
        var headers = new java.util.HashMap<>(Application.ADMINISTRATOR);
        headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
        try (var http = new Http(scene.application().port())) {
            var answer =
                    http.call("POST", "/engine-rest/deployment/create", headers, body.getBytes(StandardCharsets.UTF_8));
            if (answer.status() != 200) {
                throw new IOException("the model was refused: " + answer.text());
            }
        }
    }
}
