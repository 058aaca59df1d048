package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one way out: in order, once, and never silently lost. */
@RunningNovelo
class SendQueueTest {

    @Autowired
    Meta meta;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void noFaults() {
        customer.noFaults();
        unpause();
        jdbc.sql("delete from platform.node where id in ('the dead', 'the living', 'slow')")
                .update();
        jdbc.sql("drop function if exists conversation.refuse cascade; drop sequence if exists conversation.refused")
                .update();
    }

    @Test
    void keepsTheOrderOfAConversationEvenWhenOneHasToWait() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "http-500", 0, 1);

        var texts = IntStream.range(0, 10).mapToObj(n -> "passo " + n).toList();
        texts.forEach(text -> agent.writes("bruno", conversation, text));

        hurryUntil(conversation, () -> customer.received(phone).size() == 11);
        assertThat(customer.received(phone).subList(1, 11)).isEqualTo(texts);
    }

    @Test
    void triesAgainWhatWillPass() {
        var faults = new LinkedHashMap<String, Integer>();
        faults.put(customer.newPhone(), 130429);
        faults.put(customer.newPhone(), 131056);
        faults.put(customer.newPhone(), 131000);
        faults.put(customer.newPhone(), 131016);
        faults.put(customer.newPhone(), 131057);
        faults.put(customer.newPhone(), 2);
        faults.put(customer.newPhone(), 4);
        faults.put(customer.newPhone(), 80007);
        faults.put(customer.newPhone(), 133004);
        var conversations = new LinkedHashMap<String, String>();
        faults.keySet().forEach(phone -> conversations.put(phone, givenAConversation(phone)));
        faults.forEach((phone, code) -> customer.fault(phone, "error", code, 1));

        conversations.forEach((phone, conversation) -> {
            var id = writes(conversation, "tudo certo");
            eventually(() -> agent.message(conversation, id)
                            .path("errors")
                            .path(0)
                            .path("code")
                            .asInt()
                    == faults.get(phone));
            assertThat(agent.message(conversation, id).path("status").asText()).isEqualTo("QUEUED");
        });

        conversations.forEach((phone, conversation) -> {
            hurryUntil(conversation, () -> customer.received(phone).contains("tudo certo"));
            eventually(() -> last(conversation).path("status").asText().equals("DELIVERED"));
            assertThat(last(conversation).path("errors")).isEmpty();
            assertThat(customer.received(phone)).hasSize(2);
        });
    }

    @Test
    void doesNotTryAgainWhatMetaRefuses() {
        for (int code : List.of(131026, 131047, 131049, 130472, 131050)) {
            var phone = customer.newPhone();
            var conversation = givenAConversation(phone);
            customer.fault(phone, "error", code, 1);

            var id = writes(conversation, "alô?");

            eventually(() -> status(conversation, id).equals("FAILED"));
            var error = agent.message(conversation, id).path("errors").path(0);
            assertThat(error.path("code").asInt()).isEqualTo(code);
            assertThat(error.path("title").asText()).isNotBlank();
            assertThat(error.path("details").asText()).isNotBlank();
            assertThat(customer.received(phone)).hasSize(1);
        }
    }

    @Test
    void pausesALineThatMetaRefusesAndGoesOnByItself() {
        var one = customer.newPhone();
        var other = customer.newPhone();
        var ofOne = givenAConversation(one);
        var ofOther = givenAConversation(other);
        customer.fault(one, "error", 190, 1);

        var first = writes(ofOne, "um");
        eventually(this::isPaused);
        var second = writes(ofOther, "dois");

        assertThat(status(ofOne, first)).isEqualTo("QUEUED");
        assertThat(agent.message(ofOne, first)
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asInt())
                .isEqualTo(190);
        assertThat(status(ofOther, second)).isEqualTo("QUEUED");
        assertThat(customer.received(other)).doesNotContain("dois");
        unpause();
        hurryUntil(ofOne, () -> customer.received(one).contains("um"));
        eventually(() -> customer.received(other).contains("dois"));
        eventually(() -> !isPaused());
    }

    @Test
    void messagesWaitVisiblyWhileMetaIsAwayAndLeaveWhenItIsBack() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "http-500", 0, -1);

        var ids = List.of(writes(conversation, "um"), writes(conversation, "dois"));

        eventually(() -> agent.message(conversation, ids.get(0))
                .path("errors")
                .path(0)
                .path("title")
                .asText()
                .contains("500"));
        assertThat(ids).allSatisfy(id -> assertThat(status(conversation, id)).isEqualTo("QUEUED"));
        customer.noFaults();
        hurryUntil(conversation, () -> customer.received(phone).size() == 3);
        assertThat(customer.received(phone).subList(1, 3)).containsExactly("um", "dois");
    }

    @Test
    void neverRepeatsWhatMayHaveBeenSentAndLearnsItFromTheStatus() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.keepStatusesBack();
        customer.fault(phone, "cut", 0, 1);

        var id = writes(conversation, "chegou?");

        eventually(() -> status(conversation, id).equals("UNKNOWN"));
        assertThat(agent.message(conversation, id).path("errors")).hasSize(1);
        var next = writes(conversation, "e agora?");
        eventually(() -> status(conversation, next).equals("ACCEPTED"));
        meta.reports(meta.status(onThePhone(phone, "chegou?"), "delivered").put("biz_opaque_callback_data", id));
        eventually(() -> status(conversation, id).equals("DELIVERED"));
        assertThat(agent.message(conversation, id).path("errors")).isEmpty();
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(customer.received(phone)).hasSize(3).containsOnlyOnce("chegou?");
    }

    @Test
    void aStatusAlsoTellsOfWhatWasAlreadyQueuedAgain() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "error", 2, -1);
        var id = writes(conversation, "chegou?");
        eventually(() -> !agent.message(conversation, id).path("errors").isEmpty());

        meta.reports(meta.status(meta.newId(), "delivered").put("biz_opaque_callback_data", id));

        eventually(() -> status(conversation, id).equals("DELIVERED"));
        customer.noFaults();
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(customer.received(phone)).doesNotContain("chegou?");
    }

    @Test
    void aStatusCountsMoreThanARefusalThatComesAfterIt() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(
                json.createObjectNode().put("kind", "hang").put("phone", phone).put("delay", "PT3S"));
        var id = writes(conversation, "recebeu?");
        eventually(() -> state(id).equals("SENDING"));

        meta.reports(meta.status(meta.newId(), "read").put("biz_opaque_callback_data", id));

        eventually(() -> status(conversation, id).equals("READ"));
        cases.untilNothingIsOnItsWayTo(phone);
        var probe = writes(conversation, "que bom");
        eventually(() -> status(conversation, probe).equals("DELIVERED"));
        assertThat(status(conversation, id)).isEqualTo("READ");
        assertThat(customer.received(phone)).hasSize(2);
    }

    @Test
    void whoNeverCameBackWithAnAnswerIsUnknown() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(
                json.createObjectNode().put("kind", "hang").put("phone", phone).put("delay", "PT9S"));
        var id = writes(conversation, "alguém aí?");
        eventually(() -> state(id).equals("SENDING"));

        jdbc.sql(
                        "update conversation.outgoing set sending_since = now() - interval '91 seconds' where message = ?::uuid")
                .param(id)
                .update();

        eventually(() -> status(conversation, id).equals("UNKNOWN"));
        assertThat(customer.received(phone)).doesNotContain("alguém aí?");
        eventually(() -> state(id).equals("QUEUED"));
        var again = agent.message(conversation, id);
        assertThat(again.path("status").asText())
                .as("the reader sees that it waits")
                .isEqualTo("QUEUED");
        assertThat(again.path("errors").path(0).path("code").asInt())
                .as("and why")
                .isNotZero();
        hurryUntil(conversation, () -> customer.received(phone).contains("alguém aí?")); // Meta did say no in the end
        eventually(() -> status(conversation, id).equals("DELIVERED"));
        assertThat(customer.received(phone)).containsOnlyOnce("alguém aí?");
    }

    @Test
    void whatADeadNodeHadOnItsWayIsUnknownAtOnceAndWhatALivingOneHasIsNot() {
        var phone = customer.newPhone();
        var other = customer.newPhone();
        var ofTheDead = givenAConversation(phone);
        var ofTheLiving = givenAConversation(other);
        hang(phone, "PT12S");
        hang(other, "PT12S");
        var orphan = writes(ofTheDead, "alguém aí?");
        var inGoodHands = writes(ofTheLiving, "alguém aí?");
        eventually(() -> state(orphan).equals("SENDING") && state(inGoodHands).equals("SENDING"));

        beat("the dead", "16 seconds");
        beat("the living", "10 seconds");
        handTo("the living", inGoodHands);
        handTo("the dead", orphan);

        eventually(() -> status(ofTheDead, orphan).equals("UNKNOWN"));
        assertThat(state(inGoodHands)).isEqualTo("SENDING");
        assertThat(customer.received(phone)).doesNotContain("alguém aí?");
        hurryUntil(ofTheDead, () -> customer.received(phone).contains("alguém aí?")); // it was only slow
        hurryUntil(ofTheLiving, () -> customer.received(other).contains("alguém aí?"));
        assertThat(customer.received(phone)).containsOnlyOnce("alguém aí?");
    }

    @Test
    void aLateYesOfANodeThatWasOnlySlowCounts() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(
                json.createObjectNode().put("kind", "slow").put("phone", phone).put("delay", "PT12S"));
        var id = writes(conversation, "alguém aí?");
        eventually(() -> state(id).equals("SENDING"));

        beat("slow", "16 seconds");
        handTo("slow", id);

        eventually(() -> status(conversation, id).equals("UNKNOWN"));
        eventually(() -> status(conversation, id).equals("DELIVERED"));
        assertThat(customer.received(phone)).containsOnlyOnce("alguém aí?");
    }

    /** As after a kill of PostgreSQL: the call was made, only the answer cannot be written down for a while. */
    @Test
    void anAnswerThatCannotBeStoredAtFirstIsNotForgotten() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "slow", 0, 1);
        var id = writes(conversation, "chegou?");
        eventually(() -> state(id).equals("SENDING"));

        refuseToStore(id, 2, "P0001"); // with its process, and without

        eventually(() -> status(conversation, id).equals("DELIVERED"));
        assertThat(customer.received(phone)).containsOnlyOnce("chegou?");
    }

    /** The task would wait for a person, who would send the message a second time. */
    @Test
    void aDatabaseThatWasAwayIsNoFaultOfTheProcess() {
        var phone = customer.newPhone();
        customer.fault(phone, "slow", 0, 1);
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        var id = eventually(() -> last(cases.conversationOf(phone))).path("id").asText();
        eventually(() -> state(id).equals("SENDING"));

        refuseToStore(id, 1, "57P01"); // terminating connection due to administrator command

        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_protocolTold"));
        assertThat(incident(ticket)).isNull();
    }

    @Test
    void aSuspendedCaseHoldsUpNoMessageAndHearsOfItsOwnAfterwards() {
        var phone = customer.newPhone();
        customer.fault(phone, "slow", 0, 1);
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        var id = eventually(() -> last(conversation)).path("id").asText();
        eventually(() -> state(id).equals("SENDING"));
        var instance = cases.instanceOf(ticket, "ticket").getId();

        runtime.suspendProcessInstanceById(instance);

        eventually(() -> status(conversation, id).equals("DELIVERED"));
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(cases.walked(ticket, "ticket")).doesNotContain("endEvent_protocolTold");
        runtime.activateProcessInstanceById(instance);
        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_protocolTold"));
        assertThat(incident(ticket)).isNull();
        assertThat(customer.received(phone)).hasSize(1);
    }

    @Test
    void aTaskThatCouldNotSendIsAnIncidentThatCockpitRepeats() {
        var phone = customer.newPhone();
        customer.fault(phone, "error", 131000, 3);
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);

        hurryUntil(cases.conversationOf(phone), () -> incident(ticket) != null);

        assertThat(incident(ticket).getActivityId()).isEqualTo("serviceTask_tellProtocol");
        assertThat(incident(ticket).getIncidentMessage()).contains("Something went wrong");
        assertThat(cases.taskOf(ticket)).as("the work goes on").isNotNull();
        repeatInCockpit(ticket);
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains(ticket)));
        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_protocolTold"));
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(cases.instanceOf(ticket, "ticket").getId())
                        .count())
                .isZero();
        assertThat(agent.messages(cases.conversationOf(phone)))
                .filteredOn(message -> message.path("direction").asText().equals("OUT"))
                .extracting(message -> message.path("status").asText())
                .first()
                .isEqualTo("FAILED");
    }

    @Test
    void aTaskWhoseMessageIsUnknownIsNotRepeatedBeforeThatIsSettled() {
        var phone = customer.newPhone();
        customer.keepStatusesBack();
        customer.fault(phone, "cut", 0, 1);
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        var incident = eventually(() -> incident(ticket));
        assertThat(incident.getIncidentMessage()).contains("Nobody knows whether the message was sent");
        var conversation = cases.conversationOf(phone);
        var unknown = last(conversation);

        repeatInCockpit(ticket);
        eventually(() -> runtime.createIncidentQuery()
                        .processInstanceId(cases.instanceOf(ticket, "ticket").getId())
                        .count()
                == 0);
        var probe = writes(conversation, "um instante");
        eventually(() -> status(conversation, probe).equals("ACCEPTED"));
        assertThat(customer.received(phone)).hasSize(2);
        meta.reports(meta.status(
                        customer.sees(phone).stream()
                                .filter(message ->
                                        message.path("direction").asText().equals("OUT"))
                                .findFirst()
                                .orElseThrow()
                                .path("id")
                                .asText(),
                        "sent")
                .put("biz_opaque_callback_data", unknown.path("id").asText()));

        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_protocolTold"));
        assertThat(customer.received(phone)).hasSize(2);
        assertThat(status(conversation, unknown.path("id").asText())).isEqualTo("SENT");
    }

    @Test
    void aMessageOfAProcessThatHasEndedIsCancelled() {
        var phone = customer.newPhone();
        customer.fault(phone, "http-500", 0, -1);
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        var conversation = cases.conversationOf(phone);
        eventually(() -> !last(conversation).path("errors").isEmpty());
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "duplicate");
        customer.noFaults();

        hurryUntil(
                conversation, () -> last(conversation).path("status").asText().equals("CANCELLED"));

        assertThat(customer.received(phone)).isEmpty();
    }

    @Test
    void whatAnAgentWroteGoesOutThoughHeClosesTheCaseRightAfterwards() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var task = cases.taskOf(cases.ticketOf(phone)).getId();
        cases.claim("bruno", task);
        customer.fault(phone, "error", 131016, 1); // WhatsApp is away for a moment
        var id = writes(conversation, "Pronto, até logo!");
        eventually(() -> agent.message(conversation, id).path("errors").size() == 1);

        cases.closeForGood("bruno", task, "repaired");

        hurryUntil(conversation, () -> customer.received(phone).contains("Pronto, até logo!"));
        eventually(() -> status(conversation, id).equals("DELIVERED"));
    }

    /** A conversation opens with the customer's first message, or with his answer to one of ours. */
    @Test
    void whatIsWrittenAfterTheEndGoesOutAndItsAnswerOpensANewConversation() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var task = cases.taskOf(cases.ticketOf(phone)).getId();
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "repaired");

        var id = writes(conversation, "Mais uma coisa: a garantia vale um ano.");

        eventually(() -> status(conversation, id).equals("DELIVERED"));
        assertThat(agent.get("bruno", "/api/v1/conversations/" + conversation)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RESOLVED");
        customer.says(phone, "minha geladeira não gela de novo");
        eventually(() -> !cases.conversationOf(phone).equals(conversation));
    }

    @Test
    void aConversationHasOneSpeakerAtATime() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        assertThat(agent.writes("bruno", conversation, "sou o Bruno").status()).isEqualTo(202);

        var refused = agent.writes("carla", conversation, "sou a Carla");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-your-turn");
        assertThat(refused.body().path("speakerName").asText()).isEqualTo("Bruno Azevedo");
        assertThat(agent.post("carla", "/api/v1/conversations/" + conversation + "/release", null)
                        .problem())
                .isEqualTo("not-your-turn");
        var taken = agent.post("carla", "/api/v1/conversations/" + conversation + "/takeover", null);
        assertThat(taken.body().path("speakerId").asText()).isEqualTo("carla");
        assertThat(agent.writes("bruno", conversation, "ainda eu").problem()).isEqualTo("not-your-turn");
        assertThat(agent.writes("carla", conversation, "agora eu").status()).isEqualTo(202);
        var released = agent.post("carla", "/api/v1/conversations/" + conversation + "/release", null);
        assertThat(released.body().path("speaker").asText()).isEqualTo("PROCESS");
        assertThat(agent.writes("bruno", conversation, "de novo eu").status()).isEqualTo(202);
    }

    @Test
    void whatWaitsWhenSomebodyElseTakesOverIsNotSaidAnyMore() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "http-500", 0, 1);
        var id = writes(conversation, "vou dar um desconto");
        eventually(() -> !agent.message(conversation, id).path("errors").isEmpty());

        agent.post("carla", "/api/v1/conversations/" + conversation + "/takeover", null);

        hurryUntil(conversation, () -> status(conversation, id).equals("FAILED"));
        assertThat(agent.message(conversation, id)
                        .path("errors")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("Somebody else has the word");
        assertThat(customer.received(phone)).doesNotContain("vou dar um desconto");
    }

    @Test
    void countsTheWindowFromMetasTimestampAndNotFromOurReceipt() {
        var phone = customer.newPhone();
        var old = meta.text(phone, meta.newId(), "minha geladeira não gela");
        old.put(
                "timestamp",
                Long.toString(
                        old.path("timestamp").asLong() - Duration.ofHours(25).toSeconds()));

        meta.delivers(old);

        var conversation = eventually(() -> cases.conversationOf(phone));
        cases.ticketOf(phone);
        var window = agent.get("marta", "/api/v1/conversations/" + conversation)
                .body()
                .path("window");
        assertThat(window.path("open").asBoolean()).isFalse();
        assertThat(agent.writes("bruno", conversation, "bom dia").problem()).isEqualTo("window-closed");
    }

    @Test
    void closesTheWindowAfterADay() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "http-500", 0, -1);
        var queued = writes(conversation, "já vou ver");
        eventually(() -> !agent.message(conversation, queued).path("errors").isEmpty());

        cases.aDayPassesFor(conversation);
        customer.noFaults();

        var refused = agent.writes("bruno", conversation, "ainda aí?");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("window-closed");
        hurryUntil(conversation, () -> status(conversation, queued).equals("FAILED"));
        assertThat(agent.message(conversation, queued)
                        .path("errors")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("The service window is closed");
        customer.says(phone, "sim, ainda aqui");
        eventually(() -> agent.writes("bruno", conversation, "que bom").status() == 202);
        eventually(() -> customer.received(phone).contains("que bom"));
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    private String writes(String conversation, String text) {
        var answer = agent.writes("bruno", conversation, text);
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().path("id").asText();
    }

    /** The back-off of a send is technical time, which no sandbox moves: the test does. */
    private void hurryUntil(String conversation, java.util.concurrent.Callable<Boolean> look) {
        eventually(() -> {
            jdbc.sql("update conversation.outgoing set not_before = now() where conversation = ?::uuid")
                    .param(conversation)
                    .update();
            return look.call();
        });
    }

    private String status(String conversation, String id) {
        return agent.message(conversation, id).path("status").asText();
    }

    private JsonNode last(String conversation) {
        var messages = agent.messages(conversation);
        return messages.get(messages.size() - 1);
    }

    private String state(String id) {
        return jdbc.sql("select state from conversation.outgoing where message = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Meta takes its time, and says no in the end. */
    private void hang(String phone, String delay) {
        customer.fault(
                json.createObjectNode().put("kind", "hang").put("phone", phone).put("delay", delay));
    }

    /** The next times that the end of this message is to be written, PostgreSQL answers with an error of this code. */
    private void refuseToStore(String id, int times, String code) {
        jdbc.sql(
                        """
                        create sequence conversation.refused;
                        create function conversation.refuse() returns trigger language plpgsql as $$ begin
                          if nextval('conversation.refused') <= %d then raise exception 'not now' using errcode = '%s'; end if;
                          return old; end $$;
                        create trigger refused before delete on conversation.outgoing for each row
                        when (old.message = '%s') execute function conversation.refuse()"""
                                .formatted(times, code, id))
                .update();
    }

    /** Another node has last been seen so long ago. */
    private void beat(String node, String ago) {
        jdbc.sql("insert into platform.node (id, seen_at) values (?, now() - ?::interval)")
                .param(node)
                .param(ago)
                .update();
    }

    private void handTo(String node, String id) {
        jdbc.sql("update conversation.outgoing set node = ? where message = ?::uuid")
                .param(node)
                .param(id)
                .update();
    }

    /** A minute later. */
    private void unpause() {
        jdbc.sql("update conversation.line_lease set paused_until = now() where paused_until > now()")
                .update();
    }

    private boolean isPaused() {
        return jdbc.sql("select count(*) from conversation.line_lease where paused_why is not null")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String onThePhone(String phone, String text) {
        return customer.sees(phone).stream()
                .filter(message -> message.path("text").asText().equals(text))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private Incident incident(String ticket) {
        return runtime.createIncidentQuery()
                .processInstanceId(cases.instanceOf(ticket, "ticket").getId())
                .singleResult();
    }

    /** What Cockpit's "Increment number of retries" calls. */
    private void repeatInCockpit(String ticket) {
        var task = incident(ticket).getConfiguration();
        assertThat(agent.put("admin", "/engine-rest/external-task/" + task + "/retries", Map.of("retries", 1))
                        .status())
                .isEqualTo(204);
    }
}
