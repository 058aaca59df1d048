package app.novelo.casework.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.People;
import app.novelo.engine.People.Person;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MailServer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through {@code processes/casework/escalation.bpmn}, from a case that needs more attention than it gets. */
@RunningNovelo
class EscalationScenarios {

    private static final String HANDLE = "userTask_handleEscalation";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Escalations escalations;

    @Autowired
    Turns turns;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    private String phone = "";
    private String ticket = "";

    @BeforeEach
    void givenATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> work());
        eventually(() -> received(ticket));
    }

    @Test
    void aFirstResponseThatIsLateIsToldToQueueManagerAndCustomerAndGoesBeforeOthers() {
        breach("firstResponse");

        eventually(() -> "HIGH".equals(cases.fact(ticket, "priority")));
        assertThat(notices("bruno")).containsExactly("slaBreached firstResponse");
        assertThat(notices("marta")).containsExactly("slaBreached firstResponse");
        assertThat(notices("ana")).isEmpty();
        eventually(() -> received("demorando mais do que prometemos"));
        var task = eventually(this::escalation);
        assertThat(task.getTaskDefinitionKey()).isEqualTo(HANDLE);
        assertThat(walkedOfTicket()).contains("startEvent_escalated", "callActivity_escalation");
        assertThat(work()).as("the agents' task goes on").isNotNull();
        assertThat(walked())
                .containsSubsequence(
                        "serviceTask_decideEscalation",
                        "gateway_anythingToDo",
                        "serviceTask_escalateCase",
                        "gateway_byMail",
                        "gateway_customerToo",
                        "serviceTask_tellCustomer",
                        "gateway_forWhom",
                        HANDLE);
    }

    @Test
    void aManagerWhoHandlesItTakesNeitherTheCaseNorTheWord() {
        assertThat(cases.claim("bruno", work().getId())).isTrue();
        breach("resolution");
        var task = eventually(this::escalation);

        assertThat(cases.claim("marta", task.getId())).isTrue();
        assertThat(cases.fact(ticket, "owner")).isEqualTo("bruno");
        assertThat(conversation().path("speakerId").asText()).isEqualTo("bruno");
        cases.complete("marta", task.getId(), Var.text("reaction").of("helped"));

        assertThat(walked()).endsWith("endEvent_escalationHandled");
        eventually(() -> walkedOfTicket().contains("endEvent_escalated"));
        assertThat(work().getAssignee()).isEqualTo("bruno");
    }

    @Test
    void ifNobodyReactsTheNextLevelIsTold() {
        breach("resolution");
        eventually(this::escalation);

        cases.fireTimer(ticket, "escalation", "event_noReaction");

        eventually(() -> level() == 2);
        eventually(() -> walked().contains("event_mailNotSent"));
        assertThat(walked()).contains("event_noReaction", "serviceTask_mailPeople");
        assertThat(eventually(this::escalation)).isNotNull();
        assertThat(notices("marta")).hasSize(2);
    }

    @Test
    void aManagerWithAnAddressIsWrittenToWithoutAWordOfTheCustomers() {
        people.rename(new Person("marta", "Marta", "Vasconcelos", "marta@example.com"));
        try {
            customer.says(phone, "se não resolverem hoje eu vou ao Procon");
            eventually(
                    () -> MailServer.letters("marta@example.com").stream().anyMatch(letter -> letter.contains(ticket)));
        } finally {
            people.rename(new Person("marta", "Marta", "Vasconcelos", null));
        }

        eventually(this::escalation);
        assertThat(walked()).contains("serviceTask_mailPeople").doesNotContain("event_mailNotSent");
        assertThat(MailServer.letters("marta@example.com"))
                .filteredOn(letter -> letter.contains(ticket))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .startsWith("Caso " + ticket + ": o cliente usou uma palavra sensível")
                        .contains("Fila: support")
                        .doesNotContain("Procon"));
    }

    @Test
    void whatWasAnsweredMeanwhileIsNoMatterAnyMore() {
        breach("firstResponse");
        eventually(this::escalation);
        agent.writes("bruno", cases.conversationOf(phone), "Desculpe a demora! Qual é o modelo?");

        cases.fireTimer(ticket, "escalation", "event_noReaction");

        eventually(() -> walked().contains("endEvent_nothingToDo"));
        assertThat(openEscalations()).isZero();
    }

    @Test
    void aTicketThatIsResolvedTakesItsEscalationWithIt() {
        assertThat(cases.claim("bruno", work().getId())).isTrue();
        breach("resolution");
        eventually(this::escalation);

        cases.complete("bruno", work().getId(), "solved");

        eventually(() -> openEscalations() == 0);
        assertThat(walked()).endsWith("endEvent_nothingToDo");
        assertThat(notices("marta")).isEmpty();
    }

    @Test
    void whoIsToldWhileTheTicketIsResolvedLeavesNoTaskBehind() {
        assertThat(cases.claim("bruno", work().getId())).isTrue();
        customer.fault(phone, "http-500", 0, 1); // it is tried again a little later
        breach("firstResponse");
        eventually(() -> walked().contains("serviceTask_tellCustomer"));
        assertThat(escalation()).as("still telling the customer").isNull();

        cases.complete("bruno", work().getId(), "solved");

        eventually(() -> openEscalations() == 0);
        assertThat(walked()).endsWith("endEvent_nothingToDo");
    }

    @Test
    void aTimerThatTakesATaskAwayDoesNotMeetWhoIsInTheTurnInADeadlock() {
        breach("resolution");
        eventually(this::escalation);

        var fired = turns.inTurn(Turn.ofConversation(cases.conversationOf(phone)), () -> {
            var timer = CompletableFuture.runAsync(() -> cases.fireTimer(ticket, "escalation", "event_noReaction"));
            eventually(this::somebodyWaitsForATurn);
            jdbc.sql("update casework.work_item set due_at = now() where case_number = ?")
                    .param(ticket)
                    .update();
            return timer;
        });

        fired.join();
        eventually(() -> level() == 2);
    }

    @Test
    void oneCauseEscalatesOnceHoweverOftenItIsSeen() {
        customer.says(phone, "vou procurar o Procon!");
        eventually(() -> openEscalations() == 1);
        customer.says(phone, "vou mesmo ao Procon, e meu advogado também");
        eventually(() -> cases.handled(cases.conversationOf(phone)) == 3);

        eventually(() -> "HIGH".equals(cases.fact(ticket, "priority")));
        assertThat(openEscalations()).isEqualTo(1);
        assertThat(notices("marta")).hasSize(1);
    }

    @Test
    void aSensitiveWordInTheFirstMessageIsSeenAtOnce() {
        var other = customer.newPhone();
        customer.says(other, "minha geladeira não gela, vou ao Procon");
        var number = cases.ticketOf(other);

        eventually(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey(HANDLE)
                        .count()
                == 1);
        eventually(() -> "URGENT".equals(cases.fact(number, "priority")));
    }

    @Test
    void aCustomerWhoGetsMoreFrustratedIsNoticed() {
        customer.says(phone, "que absurdo, estou muito irritado com essa demora, péssimo!");

        eventually(() -> openEscalations() == 1);
        assertThat(event()).isEqualTo("sentiment");
    }

    @Test
    void anAgentAsksForHelpAndKeepsTheTicket() {
        assertThat(cases.claim("bruno", work().getId())).isTrue();

        cases.complete("bruno", work().getId(), Var.text("outcome").of("escalate"));

        assertThat(work().getAssignee()).isEqualTo("bruno");
        eventually(this::escalation);
        assertThat(event()).isEqualTo("askedForHelp");
        assertThat(walkedOfTicket()).contains("gateway_whatNow", "serviceTask_askForHelp");
    }

    @Test
    void aWarningIsSaidAndNobodyIsWaitedFor() {
        warn("firstResponse");

        eventually(() -> walked().contains("endEvent_peopleTold"));
        assertThat(notices("bruno")).containsExactly("slaWarning firstResponse");
        assertThat(notices("marta")).isEmpty();
        assertThat(openEscalations()).isZero();
    }

    @Test
    void whereNoManagerIsToldTheNextLevelWaitsByItself() {
        turns.inTurn(
                Turn.ofConversation(cases.conversationOf(phone)), () -> escalations.raise(ticket, "overdue", null));
        eventually(() -> waits("event_nextLevelDue"));

        cases.fireTimer(ticket, "escalation", "event_nextLevelDue");

        eventually(this::escalation);
        assertThat(level()).isEqualTo(2);
    }

    @Test
    void aCustomerWhoCannotBeToldHoldsNothingBack() {
        customer.fault(phone, "error", 131026, 1);

        breach("firstResponse");

        eventually(() -> walked().contains("event_customerNotTold"));
        assertThat(eventually(this::escalation)).isNotNull();
    }

    @Test
    void aCustomerWhoseWindowHasClosedIsNotToldWhatWouldNotReachHim() {
        cases.aDayPassesFor(cases.conversationOf(phone));

        breach("firstResponse");

        assertThat(eventually(this::escalation)).isNotNull();
        assertThat(walked()).contains("gateway_customerToo").doesNotContain("serviceTask_tellCustomer");
        assertThat(notices("marta")).containsExactly("slaBreached firstResponse");
    }

    @Test
    void whatOneHasReadIsStillThereForTheOthers() {
        breach("firstResponse");
        eventually(this::escalation);
        var notice = agent.get("bruno", "/api/v1/notices?limit=200").body().path("items").findParents("case").stream()
                .filter(item -> item.path("case").asText().equals(ticket))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();

        assertThat(agent.post("ana", "/api/v1/notices/" + notice + "/read", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("bruno", "/api/v1/notices/" + notice + "/read", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(agent.post("bruno", "/api/v1/notices/" + notice + "/read", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(notices("bruno")).isEmpty();
        assertThat(notices("carla")).hasSize(1);
    }

    /** It began years ago: whatever the table promises to a higher priority is over too. */
    private void breach(String metric) {
        jdbc.sql(
                        """
                        update servicelevel.ledger set at = timestamptz '2000-01-01 00:00Z' where clock in (
                          select id from servicelevel.clock where case_number = ? and metric = ?)""")
                .param(ticket)
                .param(metric)
                .update();
        late("started_at = timestamptz '1999-12-01 00:00Z', due_at", metric);
    }

    private void warn(String metric) {
        late("warn_at", metric);
    }

    private void late(String column, String metric) {
        jdbc.sql("update servicelevel.clock set " + column
                        + " = timestamptz '2000-01-01 00:00Z' where case_number = ? and metric = ?")
                .param(ticket)
                .param(metric)
                .update();
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");
    }

    private boolean somebodyWaitsForATurn() {
        return jdbc.sql(
                        """
                        select exists (select from pg_locks l join pg_database d on d.oid = l.database
                          where d.datname = current_database() and l.locktype = 'advisory' and not l.granted)""")
                .query(Boolean.class)
                .single();
    }

    private Task work() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ticket)
                .taskDefinitionKey("userTask_resolveTicket")
                .singleResult();
    }

    private Task escalation() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ticket)
                .taskDefinitionKey(HANDLE)
                .singleResult();
    }

    private boolean waits(String element) {
        return cases.dueOfTimer(ticket, "escalation", element) != null;
    }

    private List<String> walked() {
        return cases.walked(ticket, "escalation");
    }

    private List<String> walkedOfTicket() {
        return cases.walked(ticket, "ticket");
    }

    private int openEscalations() {
        return jdbc.sql("select count(*) from casework.escalation where case_number = ? and ended_at is null")
                .param(ticket)
                .query(Integer.class)
                .single();
    }

    private int level() {
        return jdbc.sql("select max(level) from casework.escalation where case_number = ?")
                .param(ticket)
                .query(Integer.class)
                .single();
    }

    private @Nullable String event() {
        return jdbc.sql("select event from casework.escalation where case_number = ?")
                .param(ticket)
                .query(String.class)
                .single();
    }

    private List<String> notices(String user) {
        var items = agent.get(user, "/api/v1/notices?limit=200").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("case").asText().equals(ticket))
                .map(item ->
                        (item.path("event").asText() + " " + item.path("metric").asText("")).strip())
                .toList();
    }

    private JsonNode conversation() {
        return agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
    }

    private boolean received(String words) {
        return customer.received(phone).stream().anyMatch(text -> text.contains(words));
    }
}
