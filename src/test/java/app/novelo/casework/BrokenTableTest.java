package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A table in which no rule fits, or in which several do although one alone may: whatever the customer has said reaches a
 * person. A program of its own, because it deploys.
 */
@RunningNovelo
@DirtiesContext
@TestPropertySource(
        properties = {
            "novelo.data-dir=target/broken-tables",
            "camunda.bpm.webapp.enabled=false" // static: their end would end those of all other tests
        })
class BrokenTableTest {

    private static final String HANDLE = "userTask_handleEscalation";
    private static final String BROKEN_FRIDGE = "minha geladeira não gela";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Value("${local.server.port}")
    int port;

    private Optional<String> broken = Optional.empty();
    private String phone = "";
    private String ticket = "";

    private void repair() {
        broken.ifPresent(table -> deploy(table, read(table) + "<!-- repaired " + System.nanoTime() + " -->"));
        broken = Optional.empty();
    }

    @AfterEach
    void repaired() {
        repair();
        var next = customer.newPhone();
        customer.says(next, BROKEN_FRIDGE);
        assertThat(cases.fact(cases.ticketOf(next), "queue")).isEqualTo("support");
    }

    @ParameterizedTest
    @CsvSource({
        "casework/triage, gap, userTask_resolveTicket",
        "casework/triage, overlap, userTask_handleConversation",
        "ticket/priority, gap, userTask_resolveTicket",
        "ticket/priority, overlap, userTask_handleConversation",
        "desk/routing, gap, userTask_resolveTicket",
        "desk/routing, overlap, userTask_handleConversation",
        "servicelevel/sla, gap, userTask_resolveTicket",
        "servicelevel/sla, overlap, userTask_handleConversation"
    })
    void aMessageReachesAPersonAllTheSame(String table, String fault, String element) {
        breaks(table, fault);
        phone = customer.newPhone();
        agent.post("marta", "/api/v1/customers", Map.of("name", "Ouro", "phone", "+" + phone, "contract", "gold"));

        customer.says(phone, BROKEN_FRIDGE);

        var task = eventually(() -> waiting(phone).findFirst().orElseThrow());
        assertThat(task.getTaskDefinitionKey()).isEqualTo(element);
        var conversation = cases.conversationOf(phone);
        assertThat(agent.messages(conversation))
                .anyMatch(message -> message.path("text").asText().equals(BROKEN_FRIDGE));
        assertThat(agent.get("bruno", "/api/v1/work/tasks/" + task.getId()).status())
                .as("somebody sees it")
                .isEqualTo(200);
        eventually(() -> cases.handled(conversation) == 1);
        assertThat(waiting(phone)).hasSize(1);
    }

    @Test
    void aGapInTheTableOfSilenceBringsTheTicketBackToItsAgent() {
        var task = taken();
        breaks("casework/inactivity", "gap");

        cases.complete("bruno", task, Var.text("outcome").of("waitingCustomer"));

        assertThat(cases.fact(ticket, "state")).isEqualTo("WAITING_CUSTOMER");
        cases.fireTimer(ticket, "ticket", "event_waitOver");
        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("bruno");
        assertThat(cases.fact(ticket, "state")).isEqualTo("OPEN");
    }

    @Test
    void aGapInTheTableOfSilenceLeavesNobodyAloneWithAGreeting() {
        breaks("casework/inactivity", "gap");

        assertThat(minutesAfterAGreeting()).isLessThanOrEqualTo(10);

        cases.fireTimer(cases.conversationOf(phone), "intake", "event_silent");
        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("triage");
    }

    @Test
    void howLongAGreetingIsWaitedForIsWhatTheTableSaysNow() {
        broken = Optional.of("casework/inactivity");
        deploy("casework/inactivity", read("casework/inactivity").replace("<text>10</text>", "<text>25</text>"));

        assertThat(minutesAfterAGreeting()).isBetween(24L, 25L);
    }

    @Test
    void anOverlapInTheTableOfSilenceIsToldToTheAgentWhoKeepsTheTicket() {
        var task = taken();
        breaks("casework/inactivity", "overlap");

        assertThatThrownBy(
                        () -> cases.complete("bruno", task, Var.text("outcome").of("waitingCustomer")))
                .hasMessageContaining("Hit policy");

        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("bruno");
        assertThat(cases.fact(ticket, "state")).isEqualTo("OPEN");
    }

    @Test
    void aGapInTheTableOfEscalationIsShownToAManager() {
        taken();
        breaks("casework/escalation", "gap");

        customer.says(phone, "vou ao Procon");

        eventually(() ->
                waiting(phone).anyMatch(task -> task.getTaskDefinitionKey().equals(HANDLE)));
        assertThat(agent.get("marta", "/api/v1/notices?limit=200").body().toString())
                .contains(ticket);
    }

    @Test
    void anEscalationThatCannotBeDecidedIsAnIncidentAndHoldsUpNeitherTheCustomerNorTheClock() {
        taken();
        breaks("casework/escalation", "overlap");

        breached();
        customer.says(phone, "e então?");

        eventually(() -> cases.handled(cases.conversationOf(phone)) == 2);
        assertThat(waiting(phone).map(Task::getTaskDefinitionKey)).containsExactly("userTask_resolveTicket");
        assertThat(jdbc.sql("select state from servicelevel.clock where case_number = ? and metric = 'resolution'")
                        .param(ticket)
                        .query(String.class)
                        .single())
                .isEqualTo("BREACHED");
        var escalation = cases.instanceOf(ticket, "escalation").getId();
        eventually(() ->
                runtime.createIncidentQuery().processInstanceId(escalation).count() == 1);
        repair();
        management
                .createJobQuery()
                .processInstanceId(escalation)
                .list()
                .forEach(job -> management.setJobRetries(job.getId(), 1));
        eventually(() ->
                waiting(phone).anyMatch(task -> task.getTaskDefinitionKey().equals(HANDLE)));
    }

    @ParameterizedTest
    @CsvSource({"queue, nowhere", "skill, juggling"})
    void aQueueOrSkillThatThereIsNotIsTriageAndToldToTheManager(String field, String wanted) {
        broken = Optional.of("desk/routing");
        deploy(
                "desk/routing",
                read("desk/routing")
                        .replaceAll(
                                "(?s)(<outputEntry id=\"outputEntry_\\w+_" + field + "\">\\s*<text>).*?(</text>)",
                                "$1\"" + wanted + "\"$2"));
        phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        ticket = cases.ticketOf(phone);
        eventually(() -> cases.fact(ticket, "queue").equals("triage"));
        eventually(() -> agent.get("marta", "/api/v1/work/misrouted").body().findParents("number").stream()
                .anyMatch(wrong -> wrong.path("number").asText().equals(ticket)
                        && wrong.path("field").asText().equals(field)
                        && wrong.path("wanted").asText().equals(wanted)));
        eventually(() -> told("misrouted"));
        assertThat(cases.taskOf(ticket).getTaskDefinitionKey()).isEqualTo("userTask_resolveTicket");
    }

    /** @return whether the case's timeline says so */
    private boolean told(String why) {
        return jdbc.sql("select exists (select 1 from casework.case_event where case_number = ? and why = ?)")
                .param(ticket)
                .param(why)
                .query(Boolean.class)
                .single();
    }

    /** @return whole minutes from now until silence is too long */
    private long minutesAfterAGreeting() {
        phone = customer.newPhone();
        customer.says(phone, "boa tarde");
        eventually(() -> customer.received(phone).size() == 1);
        var due = cases.dueOfTimer(cases.conversationOf(phone), "intake", "event_silent");
        return Duration.between(clock.instant(), Objects.requireNonNull(due)).toMinutes();
    }

    /** @return the task of a ticket that Bruno has */
    private String taken() {
        phone = customer.newPhone();
        customer.says(phone, BROKEN_FRIDGE);
        ticket = cases.ticketOf(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(cases.claim("bruno", task)).isTrue();
        return task;
    }

    private void breached() {
        jdbc.sql(
                        """
                        update servicelevel.clock set started_at = timestamptz '1999-12-01 00:00Z', due_at = timestamptz '2000-01-01 00:00Z'
                        where case_number = ? and metric = 'resolution'""")
                .param(ticket)
                .update();
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");
    }

    /** @return the tasks of the conversation and its case */
    private Stream<Task> waiting(String phone) {
        var keys = Stream.concat(Stream.of(cases.conversationOf(phone)), cases.numbersOf(phone).stream())
                .toList();
        return tasks.createTaskQuery().processInstanceBusinessKeyIn(keys.toArray(String[]::new)).list().stream();
    }

    private void breaks(String table, String fault) {
        var whole = read(table);
        var changed = fault.equals("gap")
                ? whole.replaceAll(
                        "(?s)(<rule .*?<inputEntry [^>]*>\\s*<text>).*?(</text>)", "$1\"nobody says this\"$2")
                : whole.replaceFirst("hitPolicy=\"(FIRST|COLLECT)\"", "hitPolicy=\"UNIQUE\"");
        assertThat(changed).isNotEqualTo(whole);
        broken = Optional.of(table);
        deploy(table, changed);
    }

    private void deploy(String table, String content) {
        var answer = Visitor.withPassword(port, "alice", "people-of-tests")
                .deploy(
                        "/engine-rest/deployment/create",
                        Map.of(table.substring(table.indexOf('/') + 1) + ".dmn", content));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String read(String table) {
        try {
            return Files.readString(Path.of("decisions", table + ".dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
