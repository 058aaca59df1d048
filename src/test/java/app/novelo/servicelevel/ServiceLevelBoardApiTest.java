package app.novelo.servicelevel;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.LateClocks;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What managers look at in Cockpit: what is late, soon due, paused, and what ended late, by queue and owner. */
@RunningNovelo
class ServiceLevelBoardApiTest {

    private static final String BOARD = "/api/v1/service-levels";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Turns turns;

    @Autowired
    ServiceLevels serviceLevels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String phone = "";
    private String ticket = "";
    private String queue = "";
    private LateClocks late;

    @BeforeEach
    void givenATicketInAQueueOfItsOwn() {
        late = new LateClocks(jdbc, cases);
        queue = new Colleagues(agent).queue(Map.of());
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> !customer.received(phone).isEmpty());
        assertThat(transfer(Map.of("queue", queue)).status()).isEqualTo(204);
    }

    @Test
    void whatIsLateIsListedAndCountedInItsQueue() {
        late.breach(ticket, "resolution");

        var line = one("state=breached&queue=" + queue);
        assertThat(line.path("caseNumber").asText()).isEqualTo(ticket);
        assertThat(line.path("task").asText()).isEqualTo(work());
        assertThat(line.path("remainingMinutes").asLong()).isNegative();
        assertThat(line.path("owner").isNull()).isTrue();
        assertThat(one("state=breached&unowned=true&queue=" + queue)
                        .path("metric")
                        .asText())
                .isEqualTo("resolution");
        assertThat(lines(BOARD + "?state=breached&owner=bruno&queue=" + queue)).isEmpty();
        var count = count();
        assertThat(count.path("breached").asInt()).isEqualTo(1);
        assertThat(count.path("owner").isNull()).isTrue();
    }

    @Test
    void whatIsDueWithinTheHourIsCountedAndWhatIsDueLaterIsNot() {
        late.due(ticket, "firstResponse", clock.instant().plus(Duration.ofMinutes(30)));
        late.due(ticket, "resolution", clock.instant().plus(Duration.ofMinutes(90)));

        var answer = agent.get("marta", BOARD + "/counts").body();
        assertThat(count().path("due").asInt()).isEqualTo(1);
        var due = one("state=ticking&queue=" + queue + "&dueBefore="
                + answer.path("dueBefore").asText());
        assertThat(due.path("metric").asText()).isEqualTo("firstResponse");
        assertThat(lines(BOARD + "?state=open&queue=" + queue)).hasSize(2);
    }

    @Test
    void whatWaitsIsCountedAsPaused() {
        turns.inTurn(
                Turn.ofConversation(cases.conversationOf(phone)),
                () -> serviceLevels.pause(ticket, "waitingCustomer", clock.instant()));

        assertThat(count().path("paused").asInt()).isEqualTo(2);
        assertThat(lines(BOARD + "?state=paused&queue=" + queue)).hasSize(2);
    }

    @Test
    void clocksFollowTheirCaseFromQueueToQueueAndToItsOwner() {
        late.breach(ticket, "resolution");
        assertThat(transfer(Map.of("agent", "carla")).status()).isEqualTo(204);

        assertThat(one("state=breached&owner=carla&queue=" + queue)
                        .path("owner")
                        .asText())
                .isEqualTo("carla");
        var other = new Colleagues(agent).queue(Map.of());
        assertThat(transfer(Map.of("queue", other)).status()).isEqualTo(204);
        assertThat(lines(BOARD + "?state=breached&queue=" + queue)).isEmpty();
        var moved = one("state=breached&queue=" + other);
        assertThat(moved.path("owner").isNull()).isTrue();
    }

    @Test
    void aClockThatBeginsLaterKnowsWhoHasTheCase() {
        assertThat(transfer(Map.of("agent", "carla")).status()).isEqualTo(204);
        agent.writes("carla", cases.conversationOf(phone), "Desde quando?");
        customer.says(phone, "desde ontem");

        eventually(() -> lines(BOARD + "?state=open&metric=nextResponse&owner=carla&queue=" + queue)
                        .size()
                == 1);
    }

    @Test
    void whatEndedLateTellsWhenHowLateAndUnderWhom() {
        late.breach(ticket, "firstResponse");
        assertThat(transfer(Map.of("agent", "carla")).status()).isEqualTo(204);
        agent.writes("carla", cases.conversationOf(phone), "Desculpe a demora!");
        var line = eventually(
                () -> lines(BOARD + "/late?queue=" + queue + "&owner=carla").get(0));
        assertThat(transfer(Map.of("queue", "support")).status()).isEqualTo(204);

        assertThat(line.path("state").asText()).isEqualTo("MET_LATE");
        assertThat(line.path("metric").asText()).isEqualTo("firstResponse");
        assertThat(line.path("dueAt").asText()).startsWith("2000-01-0");
        assertThat(line.path("endedAt").asText()).isNotBlank();
        assertThat(line.path("remainingMinutes").asLong()).isLessThan(-1000);
        assertThat(line.path("customer").path("name").asText()).isNotBlank();
        assertThat(lines(BOARD + "/late?queue=" + queue))
                .as("it moved, and was late there")
                .hasSize(1);
        assertThat(lines(BOARD + "/late?metric=resolution&queue=" + queue)).isEmpty();
        var ended = clock.instant().plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(lines(BOARD + "/late?queue=" + queue + "&from=" + ended)).isEmpty();
        assertThat(lines(BOARD + "/late?queue=" + queue + "&to=" + ended.minus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(lines(BOARD + "/late?queue=" + queue + "&to=" + ended + "&from=" + ended.minus(Duration.ofDays(1))))
                .hasSize(1);
    }

    @Test
    void whatWasTakenAwayWhileItWasLateIsNotForgotten() {
        late.breach(ticket, "resolution");
        turns.inTurn(
                Turn.ofConversation(cases.conversationOf(phone)),
                () -> serviceLevels.cancelled(ticket, "taken away", clock.instant()));

        assertThat(lines(BOARD + "/late?queue=" + queue))
                .singleElement()
                .satisfies(line -> assertThat(line.path("state").asText()).isEqualTo("CANCELLED"));
    }

    @Test
    void thePagesOfWhatEndedLateHoldEachOnce() {
        var ids = new ArrayList<String>();
        String next = "";
        do {
            var page = agent.get("marta", BOARD + "/late?limit=3" + next).body();
            page.path("items").forEach(line -> ids.add(line.path("id").asText()));
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whoManagesNobodySeesNeitherHistoryNorCounts() {
        for (var path : List.of("/late", "/counts")) {
            assertThat(agent.get("bruno", BOARD + path).status()).isEqualTo(404);
            assertThat(agent.get("davi", BOARD + path).status()).isEqualTo(404);
            assertThat(agent.get("admin", BOARD + path).status()).isEqualTo(200);
        }
        assertThat(lines("bruno", BOARD + "?state=open&queue=" + queue)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsField() {
        assertThat(refused("/late?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z"))
                .isEqualTo("to");
        assertThat(refused("/late?from=%2B1000000000-12-31T23:59:59Z")).isEqualTo("from");
        assertThat(refused("/late?after=nonsense")).isEqualTo("after");
        assertThat(refused("/late?metric=nonsense")).isEqualTo("metric");
        assertThat(refused("?owner=bruno&unowned=true")).isEqualTo("unowned");
        assertThat(refused("?state=nonsense")).isEqualTo("state");
        assertThat(refused("?state=open&dueBefore=%2B1000000000-12-31T23:59:59Z"))
                .isEqualTo("dueBefore");
        assertThat(agent.get("marta", BOARD + "/late?from=yesterday").status()).isEqualTo(400);
        for (var list : List.of("?state=open&", "/late?")) {
            assertThat(agent.get("marta", BOARD + list + "queue=%00").status()).isEqualTo(400);
            assertThat(agent.get("marta", BOARD + list + "owner=%00").status()).isEqualTo(400);
        }
        assertThat(lines(BOARD + "?state=open&queue='%3B%20drop%20table--")).isEmpty();
    }

    private String refused(String question) {
        var answer = agent.get("marta", BOARD + question);
        assertThat(answer.status()).as(question).isEqualTo(400);
        return answer.body().path("field").asText();
    }

    private Agent.Answer transfer(Map<String, String> to) {
        return agent.post("marta", "/api/v1/cases/" + ticket + "/transfer", to);
    }

    private String work() {
        return jdbc.sql(
                        "select task_id from casework.work_item where case_number = ? and element = 'userTask_resolveTicket'")
                .param(ticket)
                .query(String.class)
                .single();
    }

    private JsonNode count() {
        var items = agent.get("marta", BOARD + "/counts").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("queue").asText().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode one(String question) {
        var found = lines(BOARD + "?" + question);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> lines(String path) {
        return lines("marta", path);
    }

    private List<JsonNode> lines(String user, String path) {
        var answer = agent.get(user, path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }
}
