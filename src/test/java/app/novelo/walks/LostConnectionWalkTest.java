package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent's network goes away: his customers do not wait for him, and he is there again when it is back. */
@Tag("browser")
@RunningNovelo
class LostConnectionWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Agent agent;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    CaseActs acts;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient jdbc;

    private Colleagues colleagues;
    private String queue = "";
    private String id = "";

    @BeforeEach
    void anAgentInAQueueOfItsOwn() {
        colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of("takeBackMinutes", 30));
        id = colleagues.hired(queue, Map.of());
    }

    @AfterEach
    void goesHome() {
        colleagues.goHome(List.of(id));
    }

    @Test
    void hisWorkIsTakenBackAndHeComesBack() {
        var page = browser.open(1280, 900, "pt-BR");
        TasklistWindow.of(page, "http://localhost:" + port, id, "people-of-tests");
        var strip = page.locator("novelo-presence");
        strip.getByLabel("Estou").selectOption("ONLINE");
        eventually(() -> presence().path("status").asText().equals("ONLINE"));
        var ticket = waiting();
        eventually(() -> id.equals(cases.taskOf(ticket).getAssignee()));
        assertThat(strip).containsText("1 de 3 tarefas");
        eventually(() -> isWatched(ticket));

        page.context().setOffline(true);
        assertThat(strip).containsText("sem conexão");
        time("heartbeat_at = now() - interval '3 minutes'"); // two is the limit, and no test waits for so long
        eventually(() -> presence().path("status").asText().equals("AWAY"));
        assertThat(presence().path("reason").asText()).isEqualTo("connection");
        eventually(() -> jdbc.sql("select lost from desk.presence where agent = ?")
                .param(id)
                .query(Boolean.class)
                .single());
        time("since = now() - interval '10 minutes'");
        eventually(() -> looksAgain(ticket)
                && cases.taskOf(ticket).getAssignee() == null); // presence is remembered for ten seconds
        picture(page, "100-offline");

        page.context().setOffline(false);
        eventually(() -> presence().path("status").asText().equals("ONLINE"));
        assertThat(strip).containsText("0 de 3 tarefas");
        assertThat(strip).not().containsText("sem conexão");
        picture(page, "100-online-again");
        assertThat(cases.taskOf(ticket).getAssignee())
                .as("what was taken from him no rule gives him again")
                .isNull();
    }

    private String waiting() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        var turn = Turn.ofConversation(cases.fact(ticket, "conversation"));
        turns.inTurn(turn, () -> acts.moveToQueue(ticket, queue, Act.rule("test")));
        return ticket;
    }

    private boolean isWatched(String ticket) {
        return jdbc.sql("select take_back_at is not null from casework.work_item where case_number = ?")
                .param(ticket)
                .query(Boolean.class)
                .single();
    }

    /** The five minutes until the rule looks again are over. */
    private boolean looksAgain(String ticket) {
        jdbc.sql("update casework.work_item set take_back_at = now() where case_number = ? and assignee is not null")
                .param(ticket)
                .update();
        return true;
    }

    private void time(String passes) {
        jdbc.sql("update desk.presence set " + passes + " where agent = ?")
                .param(id)
                .update();
    }

    private JsonNode presence() {
        return agent.get("marta", "/api/v1/agents/" + id).body();
    }
}
