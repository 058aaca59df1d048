package app.novelo.followup;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /api/v1/follow-ups}: what is asked, what is answered, what is refused. */
@RunningNovelo
class FollowUpApiTest {

    private static final String FOLLOW_UPS = "/api/v1/follow-ups";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String phone = "";
    private String ticket = "";
    private String conversation = "";

    @BeforeEach
    void aCustomerHasATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        conversation = cases.conversationOf(phone);
    }

    @Test
    void aMomentInWordsIsUnderstoodAndWhatRemainsIsWhatItIsAbout() {
        var answer = plan("bruno", Map.of("when", "lembrar daqui a 30 horas de ligar com o preço", "exact", true));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body().path("what").asText()).isEqualTo("ligar com o preço");
        assertThat(Instant.parse(answer.body().path("dueAt").asText())).isBetween(inHours(29), inHours(31));
        assertThat(answer.body().path("mode").asText()).isEqualTo("BY_HAND");
        assertThat(answer.body().path("owner").asText()).isEqualTo("bruno");
        assertThat(answer.body().path("case").asText()).isEqualTo(ticket);
        assertThat(answer.body().path("processInstanceId").asText()).isNotEmpty();
    }

    @Test
    void wordsAreTriedBeforeAnythingIsPlanned() {
        var answer = agent.post(
                "bruno",
                FOLLOW_UPS + "/when",
                Map.of("text", "lembrar amanhã 15h de mandar a nota", "conversation", conversation));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("what").asText()).isEqualTo("mandar a nota");
        var tomorrow = LocalDate.ofInstant(Instant.now(), zone()).plusDays(1);
        assertThat(Instant.parse(answer.body().path("wantedAt").asText()))
                .isEqualTo(tomorrow.atTime(15, 0).atZone(zone()).toInstant());
        assertThat(numbers("bruno", "?case=" + ticket)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mandar a nota, names no moment", "2020-01-01, is over", "31/02 10h, there is no day", "'', is missing"
    })
    void wordsThatNameNoMomentAreRefused(String text, String why) {
        var answer = agent.post("bruno", FOLLOW_UPS + "/when", Map.of("text", text));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).contains(why);
    }

    @Test
    void whatFallsOnAHolidayIsDueWhenTheQueueOpensAgainUnlessTheMomentWasPromised() {
        var queue = new Colleagues(agent).queue(Map.of("calendar", holidays()));
        agent.post("marta", "/api/v1/conversations/" + conversation + "/transfer", Map.of("queue", queue));
        var inHolidays = LocalDate.ofInstant(Instant.now(), zone())
                .plusDays(3)
                .atTime(15, 0)
                .atZone(zone())
                .toInstant();

        var moved = plan("marta", Map.of("what", "ligar", "dueAt", inHolidays)).body();
        var exact = plan("marta", Map.of("what", "ligar", "dueAt", inHolidays, "exact", true))
                .body();

        assertThat(Instant.parse(moved.path("dueAt").asText()))
                .isEqualTo(LocalDate.ofInstant(Instant.now(), zone())
                        .plusDays(8)
                        .atTime(9, 0)
                        .atZone(zone())
                        .toInstant());
        assertThat(Instant.parse(exact.path("dueAt").asText())).isEqualTo(inHolidays);
    }

    /** Open every day from nine, but for a week from the day after tomorrow on. */
    private String holidays() {
        var hours = new HashMap<String, Object>();
        for (var day : java.time.DayOfWeek.values()) {
            hours.put(day.name(), List.of(Map.of("opens", "09:00", "closes", "18:00")));
        }
        var today = LocalDate.ofInstant(Instant.now(), zone());
        var closed = new ArrayList<Map<String, Object>>();
        for (int day = 2; day < 8; day++) {
            closed.add(
                    Map.of("date", today.plusDays(day).toString(), "reason", "Férias coletivas", "hours", List.of()));
        }
        var answer =
                agent.put("marta", "/api/v1/calendars/with-holidays", Map.of("hours", hours, "exceptions", closed));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return "with-holidays";
    }

    @Test
    void aCustomerIsEnoughWhereHeHasAConversation() {
        var answer = agent.post(
                "bruno",
                FOLLOW_UPS,
                Map.of("customer", cases.fact(ticket, "customer"), "what", "ligar", "dueAt", inHours(40)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body().path("conversation").asText()).isEqualTo(conversation);
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedWithTheFieldsName() {
        assertRefused(Map.of("what", "ligar"), "dueAt");
        assertRefused(Map.of("dueAt", inHours(3)), "what");
        assertRefused(Map.of("what", "ligar", "dueAt", inHours(-3)), "dueAt");
        assertRefused(Map.of("what", "ligar", "dueAt", inHours(3), "mode", "perhaps"), "mode");
        assertRefused(Map.of("what", "ligar", "dueAt", inHours(3), "mode", "automatic"), "text");
        assertRefused(Map.of("text", "oi", "dueAt", inHours(3), "mode", "byHand"), "mode");
        assertRefused(Map.of("what", "ligar", "dueAt", inHours(3), "owner", "nobody"), "owner");
        assertRefused(Map.of("what", "ligar", "dueAt", inHours(3), "case", "T-20200101-000001"), "case");
        assertRefused(Map.of("what", "ligar", "dueAt", inHours(3), "purpose", "fun"), "purpose");
        assertRefused(Map.of("what", "x".repeat(1001), "dueAt", inHours(3)), "what");
        assertRefused(Map.of("what", "ligar", "dueAt", "2099-01-01T00:00:00Z"), "dueAt");
        assertThat(agent.post("bruno", FOLLOW_UPS, Map.of("what", "ligar"))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("conversation");
    }

    private void assertRefused(Map<String, Object> wish, String field) {
        var answer = plan("bruno", wish);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    @Test
    void whoMayNotSeeItGetsNothing() {
        var number = planned("bruno");

        assertThat(agent.get("bia", FOLLOW_UPS + "/" + number).status()).isEqualTo(404);
        assertThat(agent.post("bia", FOLLOW_UPS + "/" + number + "/done", null).status())
                .isEqualTo(404);
        assertThat(numbers("bia", "?case=" + ticket)).isEmpty();
        assertThat(plan("bia", Map.of("what", "ligar", "dueAt", inHours(3))).status())
                .isEqualTo(404);
        assertThat(numbers("carla", "?case=" + ticket)).containsExactly(number);
        assertThat(numbers("marta", "?case=" + ticket)).containsExactly(number);
    }

    @Test
    void aColleagueAsksWhoeverHasPromisedItFirst() {
        var number = planned("bruno");

        var refused = agent.post("carla", FOLLOW_UPS + "/" + number + "/done", null);
        var manager = agent.post("marta", FOLLOW_UPS + "/" + number + "/done", null);

        assertThat(refused.problem()).isEqualTo("not-your-turn");
        assertThat(refused.body().path("speakerId").asText()).isEqualTo("bruno");
        assertThat(manager.status()).isEqualTo(200);
        assertThat(manager.body().path("doneBy").asText()).isEqualTo("marta");
    }

    @Test
    void listsAreNarrowedAndPaged() {
        var first = planned("bruno");
        var second = planned("bruno");
        var third = planned("carla");
        agent.post("carla", FOLLOW_UPS + "/" + third + "/cancel", null);

        assertThat(numbers("marta", "?conversation=" + conversation)).containsExactly(first, second);
        assertThat(numbers("marta", "?conversation=" + conversation + "&state=all"))
                .containsExactly(first, second, third);
        assertThat(numbers("marta", "?conversation=" + conversation + "&state=CANCELLED"))
                .containsExactly(third);
        assertThat(numbers("marta", "?conversation=" + conversation + "&owner=carla&state=all"))
                .containsExactly(third);
        assertThat(numbers("marta", "?conversation=" + conversation + "&queue=sales"))
                .isEmpty();
        assertThat(numbers("marta", "?conversation=" + conversation + "&to=" + inHours(2)))
                .isEmpty();
        var page = agent.get("marta", FOLLOW_UPS + "?limit=1&conversation=" + conversation)
                .body();
        assertThat(numbers(page)).containsExactly(first);
        assertThat(numbers(
                        "marta",
                        "?limit=1&conversation=" + conversation + "&after="
                                + page.path("next").asText()))
                .containsExactly(second);
        assertThat(agent.get("marta", FOLLOW_UPS + "?state=perhaps").status()).isEqualTo(400);
        assertThat(agent.get("marta", FOLLOW_UPS + "?after=perhaps").status()).isEqualTo(400);
    }

    @Test
    void whoAsksTwiceHasPlannedOnce() {
        var wish = Map.of("conversation", conversation, "what", "ligar", "dueAt", inHours(40));
        var key = Map.of("Idempotency-Key", "key-" + conversation);

        var first = agent.post("bruno", FOLLOW_UPS, wish, key);
        var again = agent.post("bruno", FOLLOW_UPS, wish, key);
        var other = agent.post(
                "bruno", FOLLOW_UPS, Map.of("conversation", conversation, "what", "outra", "dueAt", inHours(40)), key);

        assertThat(again.body().path("number").asText())
                .isEqualTo(first.body().path("number").asText());
        assertThat(numbers("bruno", "?case=" + ticket)).hasSize(1);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void whatIsPutOffForEverIsNoPromise() {
        var number = planned("bruno");
        jdbc.sql("update followup.follow_up set rescheduled = 20 where number = ?")
                .param(number)
                .update();

        var answer = agent.post("bruno", FOLLOW_UPS + "/" + number + "/reschedule", Map.of("when", "em 3 dias"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("put-off-too-often");
        assertThat(agent.get("bruno", FOLLOW_UPS + "/" + number)
                        .body()
                        .path("rescheduled")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void completionCountsWhatWasDoneByItsDueTime() {
        var inTime = planned("bruno");
        var late = planned("bruno");
        var cancelled = planned("bruno");
        var overdue = planned("bruno");
        agent.post("bruno", FOLLOW_UPS + "/" + inTime + "/done", null);
        agent.post("bruno", FOLLOW_UPS + "/" + late + "/reschedule", Map.of("dueAt", inHours(50)));
        agent.post("bruno", FOLLOW_UPS + "/" + late + "/done", null);
        agent.post("bruno", FOLLOW_UPS + "/" + cancelled + "/cancel", null);
        jdbc.sql(
                        "update followup.follow_up set due_at = '2020-05-01T12:00:00Z', on_time = case when number = ? then false else on_time end where number in (?, ?, ?, ?)")
                .params(late, inTime, late, cancelled, overdue)
                .update();
        jdbc.sql("update followup.follow_up set done_at = '2020-04-01T12:00:00Z' where number = ?")
                .param(cancelled)
                .update();

        var line = agent.get(
                        "marta", FOLLOW_UPS + "/completion?from=2020-05-01T00:00:00Z&to=2020-05-02T00:00:00Z&by=owner")
                .body()
                .path("items")
                .get(0);

        assertThat(line.path("group").asText()).isEqualTo("bruno");
        assertThat(line.path("due").asInt()).isEqualTo(3);
        assertThat(line.path("doneOnTime").asInt()).isEqualTo(1);
        assertThat(line.path("doneLate").asInt()).isEqualTo(1);
        assertThat(line.path("cancelled").asInt()).isEqualTo(1);
        assertThat(line.path("openOverdue").asInt()).isEqualTo(1);
        assertThat(line.path("rescheduled").asInt()).isEqualTo(1);
        assertThat(line.path("completion").asDouble()).isBetween(0.33, 0.34);
        assertThat(agent.get("marta", FOLLOW_UPS + "/completion?by=mood").status())
                .isEqualTo(400);
        assertThat(agent.get("bia", FOLLOW_UPS + "/completion?from=2020-05-01T00:00:00Z&to=2020-05-02T00:00:00Z")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void theCustomersTimelineTellsOfIt() {
        var number = planned("bruno");

        var timeline = agent.get(
                        "bruno", "/api/v1/customers/" + cases.fact(ticket, "customer") + "/timeline?order=newest")
                .body();

        assertThat(timeline.path("items")).anySatisfy(entry -> {
            assertThat(entry.path("type").asText()).isEqualTo("followUp");
            assertThat(entry.path("content").path("number").asText()).isEqualTo(number);
            assertThat(entry.path("content").path("what").asText()).isEqualTo("planned");
        });
    }

    @Test
    void whoSendsAVoiceNoteIsAskedOnceWhetherHePromisedSomething() {
        var note = voiceNote("bruno");
        var other = voiceNote("bruno");
        var questions = FOLLOW_UPS + "/voice-notes";
        assertThat(agent.get("bruno", questions + "?conversation=" + conversation)
                        .body()
                        .path("items")
                        .findValuesAsText("message"))
                .containsExactly(note, other);
        assertThat(agent.get("carla", questions + "?conversation=" + conversation)
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(agent.post("carla", questions + "/" + note, Map.of("promised", false))
                        .status())
                .isEqualTo(404);

        var promised = agent.post(
                "bruno", questions + "/" + note, Map.of("promised", true, "when", "amanhã 15h mandar a nota fiscal"));
        var again = agent.post("bruno", questions + "/" + note, Map.of("promised", false));
        var nothing = agent.post("bruno", questions + "/" + other, Map.of("promised", false));

        assertThat(promised.status()).as(promised.toString()).isEqualTo(200);
        var followUp = agent.get(
                        "bruno",
                        FOLLOW_UPS + "/" + promised.body().path("followUp").asText())
                .body();
        assertThat(followUp.path("what").asText()).isEqualTo("mandar a nota fiscal");
        assertThat(followUp.path("source").asText()).isEqualTo("voiceNote");
        assertThat(again.body().path("followUp")).isEqualTo(promised.body().path("followUp"));
        assertThat(nothing.body().path("followUp").isNull()).isTrue();
        assertThat(agent.get("bruno", questions + "?conversation=" + conversation)
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(agent.post("bruno", questions + "/" + note, Map.of()).status())
                .isEqualTo(400);
    }

    /** As the message's row is, once a recording was sent. */
    private String voiceNote(String user) {
        return jdbc.sql(
                        """
                        insert into conversation.message (id, at, conversation, direction, kind, author_type, author_id, status,
                          status_rank, unhandled, content)
                        values (gen_random_uuid(), now(), ?::uuid, 'OUT', 'audio', 'AGENT', ?, 'SENT', 3, false, '{"type":"file","voice":true}')
                        returning id::text""")
                .param(conversation)
                .param(user)
                .query(String.class)
                .single();
    }

    @Test
    void aCadenceThatNeverEndsIsRefusedWhenItIsDeployed() throws IOException {
        var shipped = Files.readString(Path.of("decisions/followup/follow-up-cadence.dmn"));

        var began = System.nanoTime();
        var answer = Visitor.withPassword(port, "alice", "people-of-tests")
                .deploy(
                        "/engine-rest/deployment/create",
                        Map.of("follow-up-cadence.dmn", shipped.replace("&gt; 4", "&gt; 2000")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.toString()).contains("follow-up-cadence: a cadence must end", "attempt 13");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    private Agent.Answer plan(String user, Map<String, Object> wish) {
        var body = new HashMap<>(wish);
        body.put("conversation", conversation);
        return agent.post(user, FOLLOW_UPS, body);
    }

    private String planned(String user) {
        var answer = plan(user, Map.of("what", "ligar", "dueAt", inHours(40), "exact", true));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("number").asText();
    }

    private List<String> numbers(String user, String query) {
        return numbers(agent.get(user, FOLLOW_UPS + query).body());
    }

    private static List<String> numbers(JsonNode page) {
        return page.path("items").findValuesAsText("number");
    }

    private static ZoneId zone() {
        return ZoneId.of("America/Sao_Paulo");
    }

    private static Instant inHours(int hours) {
        return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }
}
