package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.casework.CaseActs.Act;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody leaves: one act, and nothing of his is left without anybody. */
@RunningNovelo
class LeavingTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    CaseActs acts;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient jdbc;

    private Colleagues colleagues;
    private String queue;
    private String leaver;
    private String phone;
    private String ticket;
    private String whose;

    @BeforeEach
    void somebodyHasACustomerAndATicket() {
        colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of("strategy", "byHand"));
        leaver = colleagues.hired(queue, Map.of());
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        whose = cases.fact(ticket, "customer");
        agent.patch("marta", "/api/v1/customers/" + whose, Map.of("owner", leaver));
        inTurn(() -> acts.moveToQueue(ticket, queue, Act.rule("test")));
        inTurn(() -> acts.assign(ticket, leaver, Act.rule("test")));
    }

    @Test
    void everythingGoesToAColleagueWithTheNote() {
        var successor = colleagues.hired(queue, Map.of());

        var left = agent.post("admin", leave(), Map.of("to", successor, "note", "Cliente antigo, gosta de ligar."));

        assertThat(left.status()).as(left.toString()).isEqualTo(200);
        assertThat(left.body().path("cases").asInt()).isEqualTo(1);
        assertThat(left.body().path("customers").asInt()).isEqualTo(1);
        assertThat(left.body().path("left").asInt()).isZero();
        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo(successor);
        assertThat(cases.fact(ticket, "owner")).isEqualTo(successor);
        assertThat(owner()).isEqualTo(successor);
        var timeline = agent.get("marta", "/api/v1/customers/" + whose + "/timeline?limit=100")
                .body()
                .toString();
        assertThat(timeline).contains("\"leaving\"").contains("\"handover\"").contains("gosta de ligar");
    }

    @Test
    void byRuleItWaitsForWhoeverIsFound() {
        var left = agent.post("admin", leave(), Map.of("to", "byRule"));

        assertThat(left.status()).as(left.toString()).isEqualTo(200);
        assertThat(cases.taskOf(ticket).getAssignee()).isNull();
        assertThat(cases.fact(ticket, "queue")).isEqualTo(queue);
        assertThat(owner()).isNull();
    }

    @Test
    void whoHasLeftCannotLogInAndIsNobodysColleagueButHisNameStays() {
        agent.post("admin", leave(), Map.of("to", "byRule"));

        assertThat(agent.get(leaver, "/api/v1/session").status()).isEqualTo(401);
        eventually(() -> !agent.get("marta", "/api/v1/agents").body().toString().contains("\"" + leaver + "\""));
        var seen = agent.get("marta", "/api/v1/agents?left=true").body().toString();
        assertThat(seen).contains("\"" + leaver + "\"").contains("Colega " + leaver);
    }

    @Test
    void whoComesBackNeedsAPassword() {
        agent.post("admin", leave(), Map.of("to", "byRule"));
        var path = "/api/v1/agents/" + leaver;

        assertThat(agent.patch("admin", path, Map.of("capacity", 4)).problem()).isEqualTo("has-left");
        assertThat(agent.patch("admin", path, Map.of("active", true)).status()).isEqualTo(400);
        var back = agent.patch(
                "admin", path, Map.of("active", true, "password", "people-of-tests", "queues", List.of(queue)));

        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(agent.get(leaver, "/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void onlyAnAdministratorLetsSomebodyGoAndNobodyHimself() {
        assertThat(agent.post("marta", leave(), Map.of("to", "byRule")).status())
                .isEqualTo(403);
        assertThat(agent.post("bruno", leave(), Map.of("to", "byRule")).status())
                .isEqualTo(404);
        assertThat(agent.post("admin", "/api/v1/agents/admin/leave", Map.of("to", "byRule"))
                        .status())
                .isEqualTo(400);
        assertThat(agent.post("admin", leave(), Map.of("to", leaver))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("to");
    }

    @Test
    void aTableThatAsksForWhatThereIsNotIsShownToManagersAndItsWorkIsInTriage() {
        jdbc.sql(
                        """
                        insert into casework.decision (at, decision, version, facts, outputs, rules, business_key)
                        values (now(), 'routing', 7, '{}', ?::jsonb, '{rule_wrong}', ?)""")
                .param("[{\"queue\":\"" + queue + "\",\"skill\":\"juggling\",\"strategy\":\"leastLoaded\"}]")
                .param(ticket)
                .update();

        inTurn(() -> acts.assign(ticket, null, Act.rule("test")));
        jdbc.sql("update casework.work_item set planned_for = null where case_number = ?")
                .param(ticket)
                .update(); // as if it had just come into being

        eventually(() -> cases.fact(ticket, "queue").equals("triage"));
        var shown = agent.get("marta", "/api/v1/work/misrouted").body().toString();
        assertThat(shown).contains(ticket).contains("juggling").contains("rule_wrong");
        assertThat(agent.get("bruno", "/api/v1/work/misrouted").status()).isEqualTo(404);
    }

    private String leave() {
        return "/api/v1/agents/" + leaver + "/leave";
    }

    private void inTurn(Runnable act) {
        turns.inTurn(Turn.ofConversation(cases.fact(ticket, "conversation")), act);
    }

    private @org.jspecify.annotations.Nullable String owner() {
        var owner = agent.get("marta", "/api/v1/customers/" + whose).body().path("owner");
        return owner.isNull() || owner.isMissingNode() ? null : owner.asText();
    }
}
