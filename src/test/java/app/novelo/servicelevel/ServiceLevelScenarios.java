package app.novelo.servicelevel;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.desk.Calendars;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.ServiceLevelNews;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
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

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    ServiceLevels serviceLevels;

    @Autowired
    ServiceLevelNews news;

    @Autowired
    Calendars calendars;

    @Autowired
    DecisionFacts facts;

    @Autowired
    Clock clock;

    private String phone = "";
    private String ticket = "";
    private String deployment = "";

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
    void anAnswerBringsTheTokenBackFromWarned() {
        givenATicket();
        makeWarn("firstResponse");
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");
        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_warned");

        agent.writes("bruno", cases.conversationOf(phone), "Bom dia! Qual é o modelo?");

        assertThat(cases.walked(ticket, "service-level"))
                .containsSubsequence("receiveTask_warned", "serviceTask_settleClocks", "receiveTask_running");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse MET", "resolution RUNNING");
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

    @Test
    void aClockThatHasUsedUpMostOfItsTimeWarnsAndIsBreachedLater() {
        givenATicket();
        makeWarn("firstResponse");

        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");

        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_warned");
        assertThat(states()).contains("firstResponse WARNED", "resolution RUNNING");

        makeDue("firstResponse");
        cases.fireTimer(ticket, "service-level", "event_nextChangeWarned");

        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_breached");
        assertThat(ledger("firstResponse")).containsExactly("START", "WARN", "BREACH");
    }

    @Test
    void aCaseThatWaitsPausesItsClocksAndKeepsWhatRemains() {
        givenATicket();
        var due = dueOf("resolution");
        var now = clock.instant();

        act(levels -> levels.pause(ticket, "waiting for customer", now));
        act(levels -> levels.pause(ticket, "waiting for customer", now.plusSeconds(60)));

        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_paused");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse PAUSED", "resolution PAUSED");
        assertThat(cases.fact(ticket, "coalesce(due_at::text, 'none')")).isEqualTo("none");

        var later = now.plus(Duration.ofDays(30));
        act(levels -> levels.resume(ticket, "customer replied", later));
        act(levels -> levels.resume(ticket, "customer replied", later));

        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_running");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse RUNNING", "resolution RUNNING");
        assertThat(ledger("resolution")).containsExactly("START", "PAUSE", "RESUME");
        assertThat(calendars.between("support", later, dueOf("resolution")))
                .isEqualTo(calendars.between("support", now, due));
        assertThat(cases.fact(ticket, "due_at")).isNotBlank();
        assertThat(timerDue()).isEqualTo(nextChange());
    }

    @Test
    void aCustomerWhoEndsTheWaitStartsTheNextResponseInTheSameMovement() {
        givenATicket();
        agent.writes("bruno", cases.conversationOf(phone), "Qual é o modelo?");
        act(levels -> levels.pause(ticket, "waiting for customer", clock.instant()));

        act(levels -> {
            levels.customerWrote(ticket, () -> facts.of("", ticket), clock.instant());
            levels.resume(ticket, "customer replied", clock.instant());
        });

        assertThat(states())
                .containsExactlyInAnyOrder("firstResponse MET", "nextResponse RUNNING", "resolution RUNNING");
        assertThat(cases.walked(ticket, "service-level"))
                .endsWith(
                        "receiveTask_paused", "serviceTask_settleClocks", "gateway_worstClock", "receiveTask_running");
        assertThat(timerDue()).isEqualTo(nextChange());
    }

    @Test
    void severalActsInOneTransactionMoveTheTokenOnce() {
        givenATicket();

        act(levels -> {
            levels.pause(ticket, "waiting for customer", clock.instant());
            levels.resume(ticket, "customer replied", clock.instant());
            levels.answered(ticket, "answered by AGENT", clock.instant());
            levels.customerWrote(ticket, () -> facts.of("", ticket), clock.instant());
        });

        assertThat(cases.walked(ticket, "service-level"))
                .containsExactly("startEvent_serviceLevelStarted", "receiveTask_running");
        assertThat(timerDue()).isEqualTo(nextChange());
        assertThat(ledger("resolution")).containsExactly("START", "PAUSE", "RESUME");
    }

    @Test
    void aBreachedClockStaysBreachedWhileItsCaseWaits() {
        givenATicket();
        makeDue("firstResponse");
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");

        act(levels -> levels.pause(ticket, "waiting for third party", clock.instant()));

        assertThat(states()).containsExactlyInAnyOrder("firstResponse BREACHED", "resolution PAUSED");
        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_breached");
        assertThat(ledger("firstResponse")).containsExactly("START", "BREACH", "PAUSE");
    }

    @Test
    void aClockThatIsDueBeforeItsTimerFiresIsBreachedByThePause() {
        givenATicket();
        makeDue("firstResponse");

        act(levels -> levels.pause(ticket, "snoozed", clock.instant()));

        assertThat(states()).containsExactlyInAnyOrder("firstResponse BREACHED", "resolution PAUSED");
    }

    @Test
    void aCaseThatIsClosedWhileItWaitsIsMet() {
        givenATicket();
        agent.writes("bruno", cases.conversationOf(phone), "Pode testar agora?");
        act(levels -> levels.pause(ticket, "waiting for customer", clock.instant()));

        act(levels ->
                levels.resolved(ticket, "customer confirmed", clock.instant().plus(Duration.ofDays(90))));

        assertThat(states()).containsExactlyInAnyOrder("firstResponse MET", "resolution MET");
        assertThat(cases.walked(ticket, "service-level"))
                .endsWith("receiveTask_paused", "serviceTask_settleClocks", "gateway_worstClock", "endEvent_met");
    }

    @Test
    void anAnswerThatFailedLetsItsClockRunOnAsIfItHadNotEnded() {
        givenATicket();
        var due = dueOf("firstResponse");
        agent.writes("bruno", cases.conversationOf(phone), "Olá!");

        act(levels -> levels.answerFailed(ticket, "the answer was not delivered", clock.instant()));
        act(levels -> levels.answerFailed(ticket, "the answer was not delivered", clock.instant()));

        assertThat(states()).containsExactlyInAnyOrder("firstResponse RUNNING", "resolution RUNNING");
        assertThat(dueOf("firstResponse")).isEqualTo(due);
        assertThat(ledger("firstResponse")).containsExactly("START", "END", "REOPEN");
        assertThat(timerDue()).isEqualTo(nextChange());
    }

    @Test
    void aRaisedPriorityMovesTheClocksWithTheTimeThatTheyHaveRun() {
        givenATicket();
        var urgent = new HashMap<>(facts.of("", ticket));
        urgent.put("priority", "URGENT");

        act(levels -> levels.prioritised(ticket, urgent, "escalated", clock.instant()));
        act(levels -> levels.prioritised(ticket, urgent, "escalated", clock.instant()));

        assertThat(ledger("firstResponse")).containsExactly("START", "MOVE");
        assertThat(jdbc.sql(
                                """
                                select minutes || ' ' || rule || ' ' || (table_version > 0) || ' ' || (due_at < due_before)
                                from servicelevel.ledger where case_number = ? and event = 'MOVE' order by id limit 1""")
                        .param(ticket)
                        .query(String.class)
                        .single())
                .isEqualTo("15 rule_firstResponseUrgent true true");
        assertThat(timerDue()).isEqualTo(nextChange());
    }

    @Test
    void nothingMovesWhereTheTableSaysTheSame() {
        givenATicket();

        act(levels -> levels.reapply(ticket, "asked", clock.instant()));

        assertThat(ledger("firstResponse")).containsExactly("START");
        assertThat(ledger("resolution")).containsExactly("START");
    }

    @Test
    void aCaseThatOwesSomethingAgainGetsABoardAgain() {
        givenATicket();
        agent.writes("bruno", cases.conversationOf(phone), "Pronto.");
        act(levels -> levels.resolved(ticket, "done", clock.instant()));
        assertThat(cases.instanceOf(ticket, "service-level")).isNull();

        act(levels -> levels.customerWrote(ticket, () -> facts.of("", ticket), clock.instant()));

        assertThat(cases.instanceOf(ticket, "service-level")).isNotNull();
        assertThat(states()).contains("nextResponse RUNNING");
    }

    @Test
    void anAnswerThatIsLateBeforeTheTimerFiresIsABreachOnWhichNobodyNeedsToAct() {
        givenATicket();
        makeDue("firstResponse");

        agent.writes("bruno", cases.conversationOf(phone), "Desculpe a demora.");

        assertThat(ledger("firstResponse")).containsExactly("START", "BREACH", "END");
        assertThat(states()).contains("firstResponse MET_LATE");
        assertThat(news.of(ticket)).isEmpty();
        assertThat(jdbc.sql("select count(*) from platform.event where type = 'sla.breached' and data->>'case' = ?")
                        .param(ticket)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void warningAndBreachAreToldOnceEach() {
        givenATicket();
        makeWarn("firstResponse");
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");
        cases.fireTimer(ticket, "service-level", "event_nextChangeWarned");
        makeDue("firstResponse");
        cases.fireTimer(ticket, "service-level", "event_nextChangeWarned");
        cases.fireTimer(ticket, "service-level", "event_nextChangeBreached");

        assertThat(news.of(ticket)).containsExactly("warned firstResponse", "breached firstResponse");
    }

    @Test
    void whoeverHearsOfABreachMayMoveTheClocksInTheSameTransaction() {
        givenATicket();
        var urgent = new HashMap<>(facts.of("", ticket));
        urgent.put("priority", "URGENT");
        makeDue("firstResponse");
        news.react(ticket, () -> serviceLevels.prioritised(ticket, urgent, "escalated", clock.instant()));

        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");

        assertThat(ledger("resolution")).containsExactly("START", "MOVE");
        assertThat(ledger("firstResponse")).containsExactly("START", "BREACH", "MOVE");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse RUNNING", "resolution RUNNING");
        assertThat(cases.walked(ticket, "service-level")).endsWith("receiveTask_running");
        assertThat(timerDue()).isEqualTo(nextChange());
        assertThat(dueOfCase()).isEqualTo(dueOf("firstResponse"));
    }

    @Test
    void aBoardThatSomebodyTookAwayComesBackWhereItBelongs() {
        givenATicket();
        runtime.deleteProcessInstance(cases.instanceOf(ticket, "service-level").getId(), "a mistake");

        act(levels -> levels.pause(ticket, "waiting for customer", clock.instant()));

        assertThat(cases.walked(ticket, "service-level"))
                .containsExactly(
                        "startEvent_serviceLevelStarted",
                        "receiveTask_running",
                        "serviceTask_settleClocks",
                        "gateway_worstClock",
                        "receiveTask_paused");
    }

    /** It knows neither Warned nor Paused, and takes what it does not know for the end. */
    @Test
    void aBoardOfTheFirstVersionStaysRunningWhereItsDiagramHasNoPlace() throws IOException {
        givenATicket();
        runtime.deleteProcessInstance(cases.instanceOf(ticket, "service-level").getId(), "replaced by an older one");
        var old = startedByTheFirstVersion();

        act(levels -> levels.pause(ticket, "waiting for customer", clock.instant()));
        assertThat(runtime.getActiveActivityIds(old)).containsExactly("receiveTask_running");
        act(levels -> levels.resume(ticket, "customer replied", clock.instant()));
        makeDue("firstResponse");
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(old)
                .singleResult()
                .getId());

        assertThat(runtime.getActiveActivityIds(old)).containsExactly("receiveTask_breached");
        assertThat(states()).containsExactlyInAnyOrder("firstResponse BREACHED", "resolution RUNNING");
        repository.deleteDeployment(deployment, true);
    }

    private String startedByTheFirstVersion() throws IOException {
        try (var file = getClass().getResourceAsStream("service-level-1.bpmn")) {
            var model = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("process id=\"service-level\"", "process id=\"service-level-1\"")
                    .replace("bpmnElement=\"service-level\"", "bpmnElement=\"service-level-1\"");
            deployment = repository
                    .createDeployment()
                    .addString("service-level-1.bpmn", model)
                    .deploy()
                    .getId();
        }
        var instance = runtime.startProcessInstanceByKey(
                        "service-level-1", ticket, Map.of("nextChangeAt", Date.from(dueOf("firstResponse"))))
                .getId();
        jdbc.sql("update servicelevel.board set process_instance_id = ? where case_number = ?")
                .param(instance)
                .param(ticket)
                .update();
        return instance;
    }

    private Instant dueOfCase() {
        return jdbc.sql("select due_at from casework.case_file where number = ?")
                .param(ticket)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void act(Consumer<ServiceLevels> what) {
        turns.inTurn(Turn.ofConversation(cases.conversationOf(phone)), () -> what.accept(serviceLevels));
    }

    private void givenATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
    }

    /** A breach would, and the table be asked again: the due times that are set here are no promise of any table. */
    private void nothingRaisesItsPriority() {
        jdbc.sql("update casework.case_file set priority = 'URGENT' where number = ?")
                .param(ticket)
                .update();
    }

    private boolean somebodyWaitsForATurn() {
        return jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private void makeDue(String metric) {
        nothingRaisesItsPriority();
        jdbc.sql(
                        "update servicelevel.clock set due_at = timestamptz '2000-01-01 00:00Z' where case_number = ? and metric = ?")
                .param(ticket)
                .param(metric)
                .update();
    }

    private void makeWarn(String metric) {
        nothingRaisesItsPriority();
        jdbc.sql(
                        "update servicelevel.clock set warn_at = timestamptz '2000-01-01 00:00Z' where case_number = ? and metric = ?")
                .param(ticket)
                .param(metric)
                .update();
    }

    private Instant dueOf(String metric) {
        return jdbc.sql("select due_at from servicelevel.clock where case_number = ? and metric = ?")
                .param(ticket)
                .param(metric)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Both to the millisecond, which is what the engine keeps. */
    private Instant timerDue() {
        return management
                .createJobQuery()
                .processInstanceId(cases.instanceOf(ticket, "service-level").getId())
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private Instant nextChange() {
        return jdbc.sql(
                        """
                        select min(case when warned or warn_at is null then due_at else warn_at end) from servicelevel.clock
                        where case_number = ? and ended_at is null and paused_at is null""")
                .param(ticket)
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private List<String> ledger(String metric) {
        return jdbc.sql(
                        """
                        select l.event from servicelevel.ledger l join servicelevel.clock c on c.id = l.clock
                        where c.case_number = ? and c.metric = ? order by l.id""")
                .param(ticket)
                .param(metric)
                .query(String.class)
                .list();
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
