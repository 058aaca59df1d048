package app.novelo.desk;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Agent.Answer;
import app.novelo.support.Colleagues;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /api/v1/agents}, {@code /presence}, {@code /queues} and {@code /skills}. */
@RunningNovelo
class PeopleApiTest {

    @Autowired
    Agent agent;

    @Autowired
    JdbcClient jdbc;

    private Colleagues colleagues;
    private String queue;

    @BeforeEach
    void aQueueOfItsOwn() {
        colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of("strategy", "roundRobin"));
    }

    @Test
    void whoIsMadeByAnAdministratorLogsInAndWorks() {
        var id = colleagues.hired(queue, Map.of("languages", List.of("pt", "en"), "email", "colega@example.com"));

        assertThat(agent.get(id, "/api/v1/session").body().path("roles").toString())
                .contains(queue);
        var seen = agent.get("marta", "/api/v1/agents/" + id).body();
        assertThat(seen.path("languages").toString()).isEqualTo("[\"pt\",\"en\"]");
        assertThat(seen.path("email").asText()).isEqualTo("colega@example.com");
        assertThat(seen.path("status").asText()).isEqualTo("OFFLINE");
        assertThat(seen.path("onShift").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain("password").doesNotContain("people-of-tests");
    }

    @Test
    void colleaguesSeeWhoIsThereAndNothingMore() {
        var id = colleagues.hired(queue, Map.of("email", "colega@example.com"));

        var seen = listed("bruno", id).orElseThrow();

        assertThat(seen.path("capacity").asInt()).isEqualTo(3);
        assertThat(seen.path("queues").toString()).isEqualTo("[\"" + queue + "\"]");
        assertThat(seen.has("email")).isFalse();
        assertThat(seen.has("roles")).isFalse();
        assertThat(agent.patch("bruno", "/api/v1/agents/" + id, Map.of("capacity", 9))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoMayLogInIsTheAdministratorsBusiness() {
        var body = Map.of("id", "nobody-yet", "firstName", "Nina", "password", "people-of-tests");

        assertThat(agent.post("marta", "/api/v1/agents", body).status()).isEqualTo(403);
        var id = colleagues.hired(queue, Map.of());
        assertThat(agent.patch("marta", "/api/v1/agents/" + id, Map.of("roles", List.of("managers")))
                        .status())
                .isEqualTo(403);
        assertThat(agent.patch("marta", "/api/v1/agents/" + id, Map.of("capacity", 9))
                        .body()
                        .path("capacity")
                        .asInt())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "queues, no-such-queue",
        "skills, no-such-skill",
        "languages, portuguese",
        "calendar, no-such-calendar",
        "capacity, -1",
        "roles, kings",
        "email, nowhere",
        "password, short"
    })
    void whatThereIsNotIsRefusedWithItsField(String field, String value) {
        var id = colleagues.hired(queue, Map.of());
        Object sent = List.of("queues", "skills", "languages", "roles").contains(field)
                ? List.of(value)
                : field.equals("capacity") ? Integer.valueOf(value) : value;

        var refused = agent.patch("admin", "/api/v1/agents/" + id, Map.of(field, sent));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo(field);
    }

    @Test
    void aSecondOfTheSameNameIsRefused() {
        var id = colleagues.hired(queue, Map.of());

        var again = agent.post(
                "admin", "/api/v1/agents", Map.of("id", id, "firstName", "Outra", "password", "people-of-tests"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("known");
    }

    @Test
    void theLastAdministratorStaysOne() {
        var refused = agent.patch("admin", "/api/v1/agents/admin", Map.of("roles", List.of()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("last-administrator");
    }

    @Test
    void aHeartbeatAloneMakesNobodyPresent() {
        var id = colleagues.hired(queue, Map.of());

        agent.post(id, "/api/v1/presence/heartbeat", null);

        assertThat(agent.get(id, "/api/v1/presence").body().path("status").asText())
                .isEqualTo("OFFLINE");
    }

    @Test
    void whoseScreensGoSilentIsAwayUntilTheNextHeartbeat() {
        var id = colleagues.hired(queue, Map.of());
        colleagues.says(id, "ONLINE");

        silentFor(id);

        eventually(() -> status(id).path("status").asText().equals("AWAY"));
        assertThat(status(id).path("reason").asText()).isEqualTo("connection");
        agent.post(id, "/api/v1/presence/heartbeat", null);
        eventually(() -> status(id).path("status").asText().equals("ONLINE"));
    }

    @Test
    void whoHasSaidThatHeIsAwayStaysSoWhileHisScreensAreOpen() {
        var id = colleagues.hired(queue, Map.of());
        agent.put(id, "/api/v1/presence", Map.of("status", "AWAY", "reason", "almoço"));

        silentFor(id);
        agent.post(id, "/api/v1/presence/heartbeat", null);

        assertThat(status(id).path("status").asText()).isEqualTo("AWAY");
        assertThat(status(id).path("reason").asText()).isEqualTo("almoço");
    }

    @Test
    void aQueueIsChangedAndTellsWhoIsInIt() {
        var id = colleagues.hired(queue, Map.of());
        var wish = new HashMap<String, Object>(Map.of(
                "name",
                "Pós-venda",
                "calendar",
                "standard",
                "strategy",
                "owner",
                "overflowQueue",
                "triage",
                "overflowMinutes",
                15));

        assertThat(agent.put("marta", "/api/v1/queues/" + queue, wish).status()).isEqualTo(200);

        var seen = agent.get(id, "/api/v1/queues/" + queue).body();
        assertThat(seen.path("strategy").asText()).isEqualTo("owner");
        assertThat(seen.path("overflowMinutes").asInt()).isEqualTo(15);
        assertThat(seen.at("/members/0/id").asText()).isEqualTo(id);
        assertThat(seen.path("unassigned").asInt()).isZero();
        assertThat(agent.get("bruno", "/api/v1/queues/" + queue).status()).isEqualTo(404);
        assertThat(agent.put("bruno", "/api/v1/queues/" + queue, wish).status()).isEqualTo(404);
        wish.put("overflowQueue", queue);
        refused(agent.put("marta", "/api/v1/queues/" + queue, wish), "overflowQueue");
        wish.put("overflowQueue", "triage");
        wish.put("calendar", "nowhere");
        refused(agent.put("marta", "/api/v1/queues/" + queue, wish), "calendar");
    }

    @Test
    void triageStays() {
        var refused = agent.put(
                "marta", "/api/v1/queues/triage", Map.of("name", "Triage", "calendar", "support", "active", false));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("in-use");
    }

    @Test
    void aSkillThatIsTakenAwayNobodyHas() {
        agent.post("marta", "/api/v1/skills", Map.of("id", "test-welding", "name", "Solda"));
        var id = colleagues.hired(queue, Map.of("skills", List.of("test-welding")));

        assertThat(agent.delete("marta", "/api/v1/skills/test-welding").status())
                .isEqualTo(204);

        eventually(() ->
                agent.get("marta", "/api/v1/agents/" + id).body().path("skills").isEmpty());
    }

    @Test
    void anAbsenceIsWrittenDownByManagersAndReadByTheOneWhoIsAbsent() {
        var id = colleagues.hired(queue, Map.of());
        var other = colleagues.hired(queue, Map.of());
        var path = "/api/v1/agents/" + id + "/absences";

        refused(agent.post("marta", path, Map.of("until", "2001-01-01T00:00:00Z")), "until");
        refused(agent.post("marta", path, Map.of("until", "2099-01-01T00:00:00Z", "substitute", id)), "substitute");
        var made = agent.post(
                "marta", path, Map.of("until", "2099-01-01T00:00:00Z", "substitute", other, "reason", "férias"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(agent.get(id, path).body().at("/items/0/substitute").asText())
                .isEqualTo(other);
        assertThat(agent.get(other, path).status()).isEqualTo(404);
        eventually(() -> !status(id).path("onShift").asBoolean());
        assertThat(agent.delete("marta", path + "/" + made.body().path("id").asText())
                        .status())
                .isEqualTo(204);
        eventually(() -> status(id).path("onShift").asBoolean());
    }

    private void silentFor(String id) {
        jdbc.sql("update desk.presence set heartbeat_at = now() - interval '3 minutes' where agent = ?")
                .param(id)
                .update();
    }

    private JsonNode status(String id) {
        return listed("marta", id).orElseThrow();
    }

    private Optional<JsonNode> listed(String who, String id) {
        return StreamSupport.stream(
                        agent.get(who, "/api/v1/agents").body().path("items").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst();
    }

    private static void refused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }
}
