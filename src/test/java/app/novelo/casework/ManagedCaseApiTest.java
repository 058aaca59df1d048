package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What managers do with a case by its number. */
@RunningNovelo
class ManagedCaseApiTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private String phone = "";
    private String ticket = "";

    @BeforeEach
    void givenATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> !customer.received(phone).isEmpty());
    }

    @Test
    void aManagerGivesItToAPersonWhoseTaskItIsThen() {
        assertThat(acts("marta", "transfer", Map.of("agent", "carla", "note", "Ajude, por favor"))
                        .status())
                .isEqualTo(204);

        assertThat(cases.fact(ticket, "owner")).isEqualTo("carla");
        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("carla");
        assertThat(noted("ASSIGNED")).isEqualTo("transfer marta Ajude, por favor");
    }

    @Test
    void aManagerTakesItFromWhoeverHasIt() {
        assertThat(cases.claim("bruno", cases.taskOf(ticket).getId())).isTrue();

        assertThat(acts("marta", "transfer", Map.of("queue", "billing")).status())
                .isEqualTo(204);

        assertThat(cases.fact(ticket, "queue")).isEqualTo("billing");
        assertThat(cases.fact(ticket, "coalesce(owner, 'nobody')")).isEqualTo("nobody");
        assertThat(cases.taskOf(ticket).getAssignee()).isNull();
    }

    @Test
    void theSameSaidTwiceHappensOnce() {
        acts("marta", "transfer", Map.of("agent", "carla"));
        acts("marta", "transfer", Map.of("agent", "carla"));
        acts("marta", "priority", Map.of("priority", "URGENT"));
        assertThat(acts("marta", "priority", Map.of("priority", "URGENT")).status())
                .isEqualTo(204);

        assertThat(happened("ASSIGNED")).isEqualTo(1);
        assertThat(happened("PRIORITISED")).isEqualTo(1);
    }

    @Test
    void anotherPriorityMovesItsClocks() {
        var before = agent.get("marta", "/api/v1/service-levels/" + ticket).body();

        assertThat(acts("marta", "priority", Map.of("priority", "URGENT", "note", "cliente importante"))
                        .status())
                .isEqualTo(204);

        assertThat(cases.fact(ticket, "priority")).isEqualTo("URGENT");
        assertThat(agent.get("marta", "/api/v1/service-levels/" + ticket).body())
                .isNotEqualTo(before);
        assertThat(noted("PRIORITISED")).isEqualTo("manager marta cliente importante");
    }

    @Test
    void helpIsCalledOnceAndPeopleAreTold() {
        var first = acts("marta", "help", Map.of("note", "Preciso do fornecedor"));
        var second = acts("marta", "help", Map.of());

        assertThat(first.body().path("called").asBoolean()).isTrue();
        assertThat(second.body().path("called").asBoolean()).isFalse();
        assertThat(noted("NOTED")).isEqualTo("help marta Preciso do fornecedor");
        eventually(() -> cases.tasksOf(ticket).size() == 2);
        assertThat(jdbc.sql("select count(*) from casework.notice where case_number = ? and event = 'askedForHelp'")
                        .param(ticket)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoManagesNobodyIsToldNothing() {
        for (var user : new String[] {"bruno", "davi", "alice"}) {
            assertThat(acts(user, "transfer", Map.of("agent", "carla")).status())
                    .isEqualTo(404);
            assertThat(acts(user, "priority", Map.of("priority", "URGENT")).status())
                    .isEqualTo(404);
            assertThat(acts(user, "help", Map.of()).status()).isEqualTo(404);
        }
        assertThat(cases.fact(ticket, "coalesce(owner, 'nobody')")).isEqualTo("nobody");
        assertThat(happened("NOTED")).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(refused("transfer", Map.of())).isEqualTo("queue");
        assertThat(refused("transfer", Map.of("queue", "support", "agent", "carla")))
                .isEqualTo("queue");
        assertThat(refused("transfer", Map.of("queue", "nowhere"))).isEqualTo("queue");
        assertThat(refused("transfer", Map.of("agent", "nobody-of-us"))).isEqualTo("agent");
        assertThat(refused("priority", Map.of())).isEqualTo("priority");
        assertThat(refused("priority", Map.of("priority", "urgent!"))).isEqualTo("priority");
        assertThat(refused("help", Map.of("note", "x".repeat(2001)))).isEqualTo("note");
        assertThat(agent.post("marta", "/api/v1/cases/T-1999-1/help", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsResolvedIsLeftAlone() {
        var task = cases.taskOf(ticket).getId();
        cases.claim("bruno", task);
        cases.complete("bruno", task, "solved");

        assertThat(acts("marta", "help", Map.of()).problem()).isEqualTo("case-not-waiting");
        assertThat(acts("marta", "transfer", Map.of("agent", "carla")).problem())
                .isEqualTo("case-not-waiting");

        cases.timeToReopenPasses(ticket);
        assertThat(acts("marta", "priority", Map.of("priority", "LOW")).status())
                .isEqualTo(404);
    }

    private Agent.Answer acts(String user, String what, Map<String, String> body) {
        return agent.post(user, "/api/v1/cases/" + ticket + "/" + what, new HashMap<>(body));
    }

    private String refused(String what, Map<String, String> body) {
        var answer = acts("marta", what, body);
        assertThat(answer.status()).as(what + body).isEqualTo(400);
        return answer.body().path("field").asText();
    }

    private String noted(String type) {
        return jdbc.sql(
                        "select concat_ws(' ', why, actor, note) from casework.case_event where case_number = ? and type = ?")
                .param(ticket)
                .param(type)
                .query(String.class)
                .single();
    }

    private int happened(String type) {
        return jdbc.sql("select count(*) from casework.case_event where case_number = ? and type = ?")
                .param(ticket)
                .param(type)
                .query(Integer.class)
                .single();
    }
}
