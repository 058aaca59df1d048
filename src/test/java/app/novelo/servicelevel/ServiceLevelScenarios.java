package app.novelo.servicelevel;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through {@code processes/servicelevel/service-level.bpmn}. */
@RunningNovelo
class ServiceLevelScenarios {

    @Autowired
    Turns turns;

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

    private String phone = "";
    private String ticket = "";

    @AfterEach
    void everyChangeStandsInTheLedger() {
        var unwritten = jdbc.sql(
                        """
                        select count(*) from servicelevel.clock c where case_number = ? and not exists (
                          select 1 from servicelevel.ledger l where l.clock = c.id and l.event = 'START')
                          or case_number = ? and ended_at is not null and not exists (
                          select 1 from servicelevel.ledger l where l.clock = c.id and l.event in ('END', 'CANCEL'))""")
                .param(ticket)
                .param(ticket)
                .query(Integer.class)
                .single();
        assertThat(unwritten).isZero();
    }

    @Test
    void aTicketAnsweredAndClosedInTimeIsMet() {
        givenATicket();

        agentAnswersAndCloses();

        assertThat(cases.walked(ticket, "service-level"))
                .startsWith("startEvent_serviceLevelStarted", "receiveTask_running")
                .endsWith("endEvent_met");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse MET", "resolution MET");
    }

    @Test
    void aTicketNobodyAnsweredInTimeIsBreachedAndEndsLate() {
        givenATicket();
        makeDue("firstResponse");

        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");

        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_breached");
        assertThat(states()).contains("firstResponse BREACHED", "resolution RUNNING");
        assertThat(agent.get("marta", "/api/v1/service-levels?state=breached&limit=200")
                        .body()
                        .toString())
                .contains(ticket);
        assertThat(agent.get("bruno", "/api/v1/service-levels?state=breached").status())
                .isEqualTo(404);

        agentAnswersAndCloses();

        assertThat(cases.walked(ticket, "service-level")).endsWith("endEvent_metLate");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse MET_LATE", "resolution MET");
    }

    @Test
    void anAnswerBringsTheTokenBackFromBreachedWhileTheResolutionStillRuns() {
        givenATicket();
        makeDue("firstResponse");
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");

        agent.writes("bruno", cases.conversationOf(phone), "Desculpe a demora.");

        assertThat(cases.walked(ticket, "service-level"))
                .containsSubsequence("receiveTask_breached", "receiveTask_running");
        assertThat(cases.instanceOf(ticket, "service-level")).isNotNull();
    }

    @Test
    void aSecondBreachOfTheSameCaseIsNotedAsWell() {
        givenATicket();
        makeDue("firstResponse");
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");
        makeDue("resolution");

        cases.fireTimer(ticket, "service-level", "event_nextChangeBreached");

        assertThat(states()).containsExactlyInAnyOrder("firstResponse BREACHED", "resolution BREACHED");
        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_breached");
    }

    @Test
    void aTimerWaitsUntilNobodyElseWorksOnTheCase() {
        givenATicket();
        makeDue("firstResponse");

        var fired = turns.inTurn(Turn.ofConversation(cases.conversationOf(phone)), () -> {
            var timer = CompletableFuture.runAsync(
                    () -> cases.fireTimer(ticket, "service-level", "event_nextChangeRunning"));
            eventually(this::somebodyWaitsForATurn);
            assertThat(timer).isNotDone();
            return timer;
        });

        fired.join();
        assertThat(states()).contains("firstResponse BREACHED");
    }

    @Test
    void aCustomerWhoWritesAfterTheAnswerStartsTheNextResponse() {
        givenATicket();
        agent.writes("bruno", cases.conversationOf(phone), "Qual é o modelo?");

        customer.says(phone, "é o modelo BRM54");

        eventually(() -> states().contains("nextResponse RUNNING"));
        agent.writes("bruno", cases.conversationOf(phone), "Obrigado!");
        assertThat(states()).contains("nextResponse MET", "firstResponse MET", "resolution RUNNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"valeu, obrigado!", "ok", "👍"})
    void aCourtesyAfterTheAnswerAwaitsNoResponse(String courtesy) {
        givenATicket();
        agent.writes("bruno", cases.conversationOf(phone), "O técnico vai amanhã às 10h.");

        customer.says(phone, courtesy);

        eventually(() -> cases.handled(cases.conversationOf(phone)) == 2);
        assertThat(states()).containsExactlyInAnyOrder("firstResponse MET", "resolution RUNNING");
    }

    @Test
    void aTicketWhoseProcessIsTakenAwayOwesNothingAnyMore() {
        givenATicket();
        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_protocolTold"));

        runtime.deleteProcessInstance(cases.instanceOf(ticket, "ticket").getId(), "a mistake");

        assertThat(cases.walked(ticket, "service-level")).endsWith("endEvent_cancelled");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse CANCELLED", "resolution CANCELLED");
        assertThat(cases.fact(ticket, "state")).isEqualTo("CLOSED");
        customer.says(phone, "minha máquina de lavar não liga");
        eventually(() -> cases.numbersOf(phone).size() == 2);
    }

    private void givenATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
    }

    private boolean somebodyWaitsForATurn() {
        return jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private void makeDue(String metric) {
        jdbc.sql(
                        "update servicelevel.clock set due_at = timestamptz '2000-01-01 00:00Z' where case_number = ? and metric = ?")
                .param(ticket)
                .param(metric)
                .update();
    }

    private void agentAnswersAndCloses() {
        var task = cases.taskOf(ticket).getId();
        cases.claim("bruno", task);
        assertThat(agent.writes("bruno", cases.conversationOf(phone), "Olá, já vamos resolver.")
                        .status())
                .isEqualTo(202);
        cases.closeForGood("bruno", task, "solved");
    }

    private List<String> states() {
        return jdbc.sql("select metric || ' ' || state from servicelevel.clock where case_number = ?")
                .param(ticket)
                .query(String.class)
                .list();
    }
}
