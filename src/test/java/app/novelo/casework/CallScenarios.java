package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer who called and reached nobody is called back. */
@RunningNovelo
class CallScenarios {

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
    Clock clock;

    @ParameterizedTest
    @CsvSource({"FAILED, missed", "REJECTED, declined", "COMPLETED, missed"})
    void aCallThatNobodyAnsweredIsATaskForAPerson(String status, String outcome) {
        var phone = customer.newPhone();
        var id = newId();
        var end = call(phone, id, "terminate").put("status", status);

        calls(call(phone, id, "connect"));
        calls(end);
        calls(end);

        var ticket = cases.ticketOf(phone);
        assertThat(eventually(() -> cases.taskOf(ticket))).isNotNull();
        var entries = inbound(phone);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("kind").asText()).isEqualTo("call");
        assertThat(entries.get(0).path("content").path("outcome").asText()).isEqualTo(outcome);
        assertThat(opensTheWindow(phone)).isTrue();
        assertThat(whyOf(phone)).contains("missedCall", "call_back");
        var last = lastInList(phone);
        assertThat(last.path("kind").asText()).isEqualTo("call");
        assertThat(last.at("/call/outcome").asText()).isEqualTo(outcome);
        assertThat(last.at("/call/fromCustomer").asBoolean()).isTrue();
    }

    /** The sandbox knows nothing of this call, and closes the window again when it refuses the protocol. */
    private boolean opensTheWindow(String phone) {
        return jdbc.sql(
                        """
                        select w.last_inbound_at is not null from conversation.service_window w
                          join customer.identity i on i.customer = w.customer where i.value = ?""")
                .param(phone)
                .query(Boolean.class)
                .single();
    }

    private JsonNode lastInList(String phone) {
        var conversation = cases.conversationOf(phone);
        return eventually(() -> {
            var work = agent.get("marta", "/api/v1/work?view=all&conversation=" + conversation);
            var last = work.body().at("/items/0/conversation/lastMessage");
            return last.isObject() ? last : null;
        });
    }

    @Test
    void theEndMayComeFirst() {
        var phone = customer.newPhone();
        var id = newId();

        calls(call(phone, id, "terminate").put("status", "FAILED"));
        calls(call(phone, id, "connect"));

        var ticket = cases.ticketOf(phone);
        assertThat(inbound(phone)).hasSize(1);
        assertThat(inbound(phone).get(0).path("content").path("outcome").asText())
                .isEqualTo("missed");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void whileItRingsNobodyIsCalled() {
        var phone = customer.newPhone();
        var id = newId();

        calls(call(phone, id, "connect"));

        eventually(() -> inbound(phone).size() == 1);
        assertThat(inbound(phone).get(0).path("content").path("outcome").asText())
                .isEqualTo("ringing");
        assertThat(cases.numbersOf(phone)).isEmpty();
        calls(call(phone, id, "terminate").put("status", "FAILED"));
        cases.ticketOf(phone);
    }

    @Test
    void aCallWhoseEndIsNeverToldWasMissed() {
        var phone = customer.newPhone();
        var longAgo = clock.instant().minus(Duration.ofMinutes(10)).getEpochSecond();

        calls(call(phone, newId(), "connect").put("timestamp", Long.toString(longAgo)));

        cases.ticketOf(phone);
        assertThat(inbound(phone).get(0).path("content").path("outcome").asText())
                .isEqualTo("missed");
    }

    @Test
    void aCallThatWasTalkedIsAnEntryAndNothingElse() {
        var phone = customer.newPhone();
        var id = newId();
        calls(call(phone, id, "connect"));

        calls(call(phone, id, "terminate").put("status", "COMPLETED").put("duration", 63));

        eventually(() -> conversation(phone).path("state").asText().equals("RESOLVED"));
        var entry = inbound(phone).get(0).path("content");
        assertThat(entry.path("outcome").asText()).isEqualTo("completed");
        assertThat(entry.path("seconds").asInt()).isEqualTo(63);
        assertThat(conversation(phone).path("window").path("open").asBoolean()).isTrue();
        assertThat(cases.numbersOf(phone)).isEmpty();
    }

    /** Whether its beginning is known or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverTalkedWithTheCustomerHasAnsweredHim(boolean beginningIsTold) {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(conversation(phone).path("awaitsAnswer").asBoolean()).isTrue();
        var id = newId();
        if (beginningIsTold) {
            calls(call(phone, id, "connect"));
            eventually(() -> inbound(phone).size() == 2);
        }

        calls(call(phone, id, "terminate").put("status", "COMPLETED").put("duration", 63));

        eventually(() -> !conversation(phone).path("awaitsAnswer").asBoolean());
        customer.says(phone, "e quando vem o técnico?");
        eventually(() -> conversation(phone).path("awaitsAnswer").asBoolean());
    }

    /** An "ok" along with it does not make it a courtesy. */
    @Test
    void aMissedCallInAnOpenCaseAwaitsAResponse() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        agent.writes("marta", cases.conversationOf(phone), "Já vou ver.");
        cases.untilNothingIsOnItsWayTo(phone);

        customer.says(phone, "ok");
        calls(call(phone, newId(), "terminate").put("status", "FAILED"));

        eventually(() -> cases.handled(cases.conversationOf(phone)) == 3);
        eventually(() -> jdbc.sql(
                                "select count(*) from servicelevel.clock where case_number = ? and metric = 'nextResponse' and state = 'RUNNING'")
                        .param(ticket)
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void ourOwnCallsAndTheirStatusesAreNotices() {
        var id = newId();
        var change = change(List.of(call("5511900000000", id, "connect").put("direction", "BUSINESS_INITIATED")));
        ((ObjectNode) change.path("value"))
                .putArray("statuses")
                .add(meta.status(id + ".s", "REJECTED").put("type", "call"));

        meta.taken(meta.delivery(change));

        eventually(() -> {
            var notices = agent.get("marta", "/api/v1/inbox/notices").body().toString();
            return notices.contains(id + "\"") || notices.contains(id + "\\\"") ? notices.contains(id + ".s") : false;
        });
    }

    @Test
    void aCallWithoutACallerIsSetAside() {
        var phone = customer.newPhone();
        var id = newId();
        var nobody = call(phone, id, "connect");
        nobody.remove("from");

        calls(nobody, call(phone, newId(), "terminate"));

        cases.ticketOf(phone);
        eventually(() -> jdbc.sql("select count(*) from channel.set_aside where payload like ?")
                        .param("%" + id + "%")
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private static String newId() {
        return "wacid." + UUID.randomUUID();
    }

    private ObjectNode call(String phone, String id, String event) {
        var call = meta.message(phone, id, "").put("event", event).put("direction", "USER_INITIATED");
        call.remove("type");
        return call;
    }

    private void calls(ObjectNode... calls) {
        meta.taken(meta.delivery(change(List.of(calls))));
    }

    private ObjectNode change(List<ObjectNode> calls) {
        return meta.change("calls", calls).put("field", "calls");
    }

    private JsonNode conversation(String phone) {
        return agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
    }

    private String whyOf(String phone) {
        return jdbc.sql(
                        "select outputs::text from casework.decision where business_key = ? and decision = 'triage' order by id desc limit 1")
                .param(cases.conversationOf(phone))
                .query(String.class)
                .single();
    }

    private List<JsonNode> inbound(String phone) {
        return agent.messages(cases.conversationOf(phone)).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .toList();
    }
}
