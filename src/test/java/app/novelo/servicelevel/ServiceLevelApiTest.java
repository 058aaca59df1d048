package app.novelo.servicelevel;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks over the API. */
@RunningNovelo
class ServiceLevelApiTest {

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

    @BeforeEach
    void givenATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
    }

    @Test
    void aManagerSeesEveryClockWithItsCase() {
        var line = clock("marta", "/api/v1/service-levels?metric=resolution").orElseThrow();

        assertThat(line.path("state").asText()).isEqualTo("RUNNING");
        assertThat(line.path("queue").asText()).isEqualTo(cases.fact(ticket, "queue"));
        assertThat(line.path("priority").asText()).isEqualTo(cases.fact(ticket, "priority"));
        assertThat(line.path("customer").path("name").asText()).isNotBlank();
        assertThat(line.path("remainingMinutes").asInt()).isPositive();
        assertThat(line.path("processInstanceId").asText())
                .isEqualTo(cases.instanceOf(ticket, "ticket").getId());
        assertThat(line.path("boardInstanceId").asText())
                .isEqualTo(cases.instanceOf(ticket, "service-level").getId());
    }

    @Test
    void anAgentSeesTheClocksOfCasesThatHeMaySee() {
        assertThat(clock("bruno", "/api/v1/service-levels?metric=resolution")).isPresent();
        assertThat(clock("rafa", "/api/v1/service-levels?metric=resolution")).isEmpty();
        assertThat(agent.get("bruno", "/api/v1/service-levels/" + ticket).status())
                .isEqualTo(200);
        assertThat(agent.get("rafa", "/api/v1/service-levels/" + ticket).status())
                .isEqualTo(404);
        assertThat(agent.get("marta", "/api/v1/service-levels/T-1999-1").status())
                .isEqualTo(404);
    }

    @Test
    void clocksAreFoundByStateQueueOwnerAndDueTime() {
        var queue = cases.fact(ticket, "queue");
        var farAway = clock.instant().plus(Duration.ofDays(400));

        assertThat(clock("marta", "/api/v1/service-levels?state=open&queue=" + queue + "&dueBefore=" + farAway))
                .isPresent();
        assertThat(clock("marta", "/api/v1/service-levels?state=open&dueBefore=" + clock.instant()))
                .isEmpty();
        assertThat(clock("marta", "/api/v1/service-levels?state=open&queue=retention"))
                .isEmpty();
        assertThat(clock("marta", "/api/v1/service-levels?state=open&owner=carla"))
                .isEmpty();
        assertThat(clock("marta", "/api/v1/service-levels?state=paused")).isEmpty();

        turns.inTurn(turn(), () -> serviceLevels.pause(ticket, "snoozed", clock.instant()));

        var paused = clock("marta", "/api/v1/service-levels?state=paused&queue=" + queue)
                .orElseThrow();
        assertThat(paused.path("pausedFor").asText()).isEqualTo("snoozed");
        assertThat(paused.path("remainingMinutes").asInt()).isPositive();
    }

    @Test
    void aPageBeginsWhereTheOneBeforeEnded() {
        var ids = all("marta", "/api/v1/service-levels?state=open&limit=20").stream()
                .map(line -> line.path("id").asText())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void saysWhyAClockIsDueWhenItIs() {
        var now = clock.instant();
        turns.inTurn(turn(), () -> serviceLevels.pause(ticket, "waiting for customer", now));
        turns.inTurn(turn(), () -> serviceLevels.resume(ticket, "customer replied", now.plus(Duration.ofDays(3))));

        var resolution = detail("resolution");

        assertThat(events(resolution)).containsExactly("START", "PAUSE", "RESUME");
        var promise = resolution.path("why").get(0).path("values");
        assertThat(resolution.path("why").get(0).path("code").asText()).isEqualTo("promise");
        assertThat(promise.path("rule").asText()).startsWith("rule_resolution");
        assertThat(promise.path("annotation").asText()).contains("business time");
        assertThat(promise.path("tableVersion").asInt()).isPositive();
        assertThat(codes(resolution)).contains("counted", "paused", "resumed").endsWith("due");
        assertThat(counted(resolution)).isEqualTo(promise.path("minutes").asDouble(), within(0.5));
        var steps = resolution.path("why");
        assertThat(Instant.parse(
                        steps.get(steps.size() - 2).path("values").path("to").asText()))
                .isEqualTo(Instant.parse(resolution.path("clock").path("dueAt").asText()));
    }

    @Test
    void aManagerLetsTheTableBeAskedAgain() {
        jdbc.sql("update casework.case_file set priority = 'URGENT' where number = ?")
                .param(ticket)
                .update();

        assertThat(agent.post("bruno", "/api/v1/service-levels/reapply", Map.of("case", ticket))
                        .status())
                .isEqualTo(404);
        assertThat(events(detail("firstResponse"))).containsExactly("START");
        assertThat(agent.post("marta", "/api/v1/service-levels/reapply", Map.of("case", ticket))
                        .status())
                .isEqualTo(200);

        var moved = detail("firstResponse");
        assertThat(events(moved)).containsExactly("START", "MOVE");
        assertThat(moved.path("ledger").get(1).path("cause").asText()).isEqualTo("asked for by marta");
        assertThat(moved.path("ledger").get(1).path("promise").path("rule").asText())
                .isEqualTo("rule_firstResponseUrgent");
        assertThat(moved.path("clock").path("minutes").asInt()).isEqualTo(15);
    }

    /** Set by whoever keeps contracts, over the API; the table has a row for it. */
    @Test
    void aContractIsKnownToTheTablesAndMovesARunningClockOnlyWhenAsked() {
        var path = "/api/v1/customers/" + cases.fact(ticket, "customer");
        assertThat(agent.patch("marta", path, Map.of("contract", "gold", "segment", "vip"))
                        .body()
                        .path("contract")
                        .asText())
                .isEqualTo("gold");

        assertThat(detail("firstResponse").path("clock").path("minutes").asInt())
                .isEqualTo(240);
        agent.post("marta", "/api/v1/service-levels/reapply", Map.of("case", ticket));

        var moved = detail("firstResponse");
        assertThat(moved.path("clock").path("minutes").asInt()).isEqualTo(30);
        assertThat(moved.path("clock").path("calendar").asText()).isEqualTo("clock");
        assertThat(moved.path("ledger").get(1).path("promise").path("rule").asText())
                .isEqualTo("rule_firstResponseGold");
    }

    @Test
    void theNextTicketOfSuchACustomerBeginsWithHisContract() {
        var written = customer.newPhone();
        agent.post(
                "marta",
                "/api/v1/customers",
                Map.of("name", "Ouro Ltda", "phone", "+" + written, "segment", "vip", "contract", "gold"));

        customer.says(written, "minha geladeira não gela");

        ticket = cases.ticketOf(written);
        eventually(() -> cases.taskOf(ticket));
        for (var table : List.of("triage", "priority", "routing", "sla")) {
            var key = table.equals("triage") ? cases.conversationOf(written) : ticket;
            assertThat(cases.offered(key, table)).as(table).contains("\"contract\": \"gold\"", "\"segment\": \"vip\"");
        }
        assertThat(cases.fact(ticket, "priority")).isEqualTo("HIGH");
        assertThat(detail("firstResponse").path("clock").path("minutes").asInt())
                .isEqualTo(30);
    }

    @Test
    void manyCasesAreAskedForOneAfterTheOther() {
        jdbc.sql("update casework.case_file set priority = 'URGENT' where number = ?")
                .param(ticket)
                .update();

        assertThat(serviceLevels.reapplyLater(List.of(ticket, "T-1999-1"), "a new contract"))
                .isEqualTo(1);

        eventually(() -> events(detail("firstResponse")).contains("MOVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kind\":\"invoice\"}", "{\"kind\":\"ticket\",\"case\":\"T-1\"}"})
    void askingAgainWantsACaseOrAKind(String body) throws Exception {
        var refused = agent.post("marta", "/api/v1/service-levels/reapply", new ObjectMapper().readTree(body));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo("kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=late", "metric=speed", "dueBefore=soon", "after=nonsense"})
    void whatNobodyUnderstandsIsRefused(String query) {
        assertThat(agent.get("marta", "/api/v1/service-levels?" + query).status())
                .isEqualTo(400);
    }

    private Turn turn() {
        return Turn.ofConversation(cases.conversationOf(phone));
    }

    private JsonNode detail(String metric) {
        return stream(agent.get("marta", "/api/v1/service-levels/" + ticket)
                        .body()
                        .path("items"))
                .filter(item -> item.path("clock").path("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> events(JsonNode detail) {
        return stream(detail.path("ledger"))
                .map(entry -> entry.path("event").asText())
                .toList();
    }

    private static List<String> codes(JsonNode detail) {
        return stream(detail.path("why"))
                .map(step -> step.path("code").asText())
                .toList();
    }

    private static double counted(JsonNode detail) {
        return stream(detail.path("why"))
                .filter(step -> step.path("code").asText().equals("counted"))
                .mapToDouble(step -> step.path("values").path("minutes").asDouble())
                .sum();
    }

    private Optional<JsonNode> clock(String user, String path) {
        return all(user, path).stream()
                .filter(line -> line.path("caseNumber").asText().equals(ticket))
                .findFirst();
    }

    /** Every page. */
    private List<JsonNode> all(String user, String path) {
        var found = new ArrayList<JsonNode>();
        var limited = path.contains("limit") ? path : path + "&limit=200";
        var next = limited;
        while (!next.isEmpty()) {
            var page = agent.get(user, next).body();
            stream(page.path("items")).forEach(found::add);
            next = page.path("next").isTextual()
                    ? limited + "&after=" + page.path("next").asText()
                    : "";
        }
        return found;
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
