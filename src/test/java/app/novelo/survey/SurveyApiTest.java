package app.novelo.survey;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /surveys} and the reports of what was answered. */
@RunningNovelo
class SurveyApiTest {

    @Autowired
    Agent agent;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void csatIsFoursAndFivesAmongAnswersWithTheResponseRate() {
        var queue = "q" + UUID.randomUUID();
        scores("CSAT", queue, "2021-03-10T12:00:00Z", 5, 4, 3, 1, null);
        scores("CSAT", queue, "2021-04-10T12:00:00Z", 1);
        scores("NPS", queue, "2021-03-10T12:00:00Z", 10);

        var row = row("csat?from=2021-03-01&to=2021-04-01&by=queue", queue);

        assertThat(row.path("asked").asInt()).isEqualTo(5);
        assertThat(row.path("answered").asInt()).isEqualTo(4);
        assertThat(row.path("csat").asDouble()).isEqualTo(50);
        assertThat(row.path("responseRate").asDouble()).isEqualTo(80);
        assertThat(row.path("average").asDouble()).isEqualTo(3.25);
    }

    @Test
    void npsIsPromotersLessDetractors() {
        var queue = "q" + UUID.randomUUID();
        scores("NPS", queue, "2021-03-10T12:00:00Z", 10, 9, 8, 7, 6, 0, 9, 10, null, null);

        var row = row("nps?from=2021-03-01T00:00:00Z&to=2021-04-01&by=queue", queue);

        assertThat(row.path("promoters").asInt()).isEqualTo(4);
        assertThat(row.path("passives").asInt()).isEqualTo(2);
        assertThat(row.path("detractors").asInt()).isEqualTo(2);
        assertThat(row.path("nps").asDouble()).isEqualTo(25);
        assertThat(row.path("responseRate").asDouble()).isEqualTo(80);
    }

    @Test
    void ofNothingThereIsNoFigure() {
        var items = agent.get("marta", "/api/v1/reports/csat?from=1999-01-01&to=1999-02-01&by=owner")
                .body()
                .path("items");

        assertThat(items).isEmpty();
        assertThat(agent.get("marta", "/api/v1/reports/nps?from=1999-01-01&to=1999-02-01")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void reportsAndRoundsAreTheManagers() {
        assertThat(agent.get("bruno", "/api/v1/reports/csat").status()).isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/reports/nps").status()).isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/surveys/nps/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("bruno", "/api/v1/surveys/nps", Map.of("servedDays", 30))
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("marta", "/api/v1/surveys/nps/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsToldByItsField() {
        for (var path : List.of(
                "reports/csat?from=yesterday",
                "reports/csat?from=2021-04-01&to=2021-03-01",
                "reports/nps?by=customer",
                "reports/csat?to=%2B999999999-12-31T00:00:00Z",
                "surveys?kind=ces",
                "surveys?state=LOST",
                "surveys?after=x")) {
            assertThat(agent.get("marta", "/api/v1/" + path).status()).as(path).isEqualTo(400);
        }
        for (var body : List.of(
                Map.of(),
                Map.of("servedDays", 30, "segment", "vip"),
                Map.of("servedDays", 0),
                Map.of("servedDays", 30, "limit", 0),
                Map.of("servedDays", 30, "limit", 1_000_000),
                Map.of("customers", List.of()),
                Map.of("customers", List.of(UUID.randomUUID())),
                Map.of("customers", "all"))) {
            assertThat(agent.post("marta", "/api/v1/surveys/nps", body).status())
                    .as(body.toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void anAgentSeesThoseOfHisQueuesAndOfHisOwnCases() {
        var number = "T-" + UUID.randomUUID();
        survey("CSAT", "billing", "carla", number, "2021-03-10T12:00:00Z", 5);

        assertThat(seen("bia", number)).as("of her queue").isEqualTo(1);
        assertThat(seen("carla", number)).as("her own").isEqualTo(1);
        assertThat(seen("marta", number)).isEqualTo(1);
        assertThat(seen("ana", number)).isZero();
    }

    @Test
    void pagesOfTheListFollowEachOther() {
        var number = "T-" + UUID.randomUUID();
        IntStream.range(0, 5).forEach(i -> survey("CSAT", "billing", null, number, "2021-03-10T12:00:00Z", 5));

        var first = agent.get("marta", "/api/v1/surveys?limit=3&case=" + number).body();
        var second = agent.get(
                        "marta",
                        "/api/v1/surveys?limit=3&case=" + number + "&after="
                                + first.path("next").asText())
                .body();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void aRoundSaysWhyItAskedNobody() {
        var recent = whoWrote();
        jdbc.sql(
                        """
                        insert into survey.survey (number, kind, customer, conversation, line, queue, state, wanted_at, asked_at)
                        select 'S-2026-9' || nextval('survey.number') || '0000', 'CSAT', c.customer, c.id, c.line, 'support', 'ASKED', c.opened_at, c.opened_at
                        from conversation.conversation c where c.customer = ?::uuid""")
                .param(recent)
                .update();
        var stranger = jdbc.sql(
                        "insert into customer.customer (id, name, created_at, version, segment) values (gen_random_uuid(), 'Eva', '2026-01-01', 0, ?) returning id::text")
                .param(recent)
                .query(String.class)
                .single();

        var round = agent.post("marta", "/api/v1/surveys/nps", Map.of("customers", List.of(recent, stranger, recent)));

        assertThat(round.status()).isEqualTo(202);
        assertThat(round.body().path("wanted").asInt()).isEqualTo(2);
        var done = done(round.body());
        assertThat(done.path("excluded").toString()).isEqualTo("{\"askedRecently\":1,\"neverWrote\":1}");
        assertThat(done.path("asked").asInt()).isZero();
        var segment = agent.post("marta", "/api/v1/surveys/nps", Map.of("segment", recent));
        assertThat(segment.body().path("wanted").asInt()).isEqualTo(1);
    }

    @Test
    void twoCustomersWhoAreOneHaveOneHistoryOfSurveys() {
        var one = whoWrote();
        var other = whoWrote();
        var number = "T-" + UUID.randomUUID();
        survey("CSAT", "billing", null, number, "2021-03-10T12:00:00Z", 5);
        jdbc.sql("update survey.survey set customer = ?::uuid where case_number = ?")
                .param(one)
                .param(number)
                .update();

        assertThat(agent.post("marta", "/api/v1/customers/" + one + "/merge", Map.of("into", other))
                        .status())
                .isEqualTo(200);

        assertThat(jdbc.sql("select customer::text from survey.survey where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo(other);
    }

    @Test
    void theCustomersTimelineTellsWhatHeWasAskedAndWhatHeAnswered() {
        var id = whoWrote();
        var number = "T-" + UUID.randomUUID();
        answeredThrice(id, number);

        var told = told("marta", id, "oldest");

        assertThat(told.stream()
                        .map(item -> item.path("content"))
                        .map(content -> content.path("what").asText() + " "
                                + content.path("score").asText("-") + " "
                                + content.path("comment").asText("-")))
                .containsExactly("asked - -", "answered 3 -", "answered 5 Muito bom", "answered 1 -");
        assertThat(told.get(3).path("content").path("counted").asBoolean(true)).isFalse();
        assertThat(told.get(2).path("content").path("case").asText()).isEqualTo(number);
        var newest = told("marta", id, "newest");
        Collections.reverse(newest);
        assertThat(newest).isEqualTo(told);
    }

    @Test
    void theTimelineTellsOfSurveysOnlyToWhoeverSeesThem() {
        var id = whoWrote();
        answeredThrice(id, "T-" + UUID.randomUUID());

        for (var owner : List.of("ana", "bia", "carla")) {
            agent.patch("marta", "/api/v1/customers/" + id, Map.of("owner", owner));
            assertThat(told(owner, id, "oldest")).as(owner).hasSize(owner.equals("ana") ? 0 : 4);
        }
    }

    /** The first two at one moment with the question, the last one too late. */
    private void answeredThrice(String id, String caseNumber) {
        survey("CSAT", "billing", "carla", caseNumber, "2021-03-10T12:00:00Z", 5);
        jdbc.sql("update survey.survey set customer = ?::uuid, comment = 'Muito bom' where case_number = ?")
                .param(id)
                .param(caseNumber)
                .update();
        jdbc.sql(
                        """
                        insert into survey.answer (survey, at, score, message, counted)
                        select s.number, s.asked_at + answer.later, answer.score, gen_random_uuid(), answer.score > 1
                        from survey.survey s cross join (values (3, interval '0'), (5, interval '0'), (1, interval '2 days')) answer (score, later)
                        where s.case_number = ? order by answer.later, answer.score""")
                .param(caseNumber)
                .update();
    }

    /** Entry by entry, so that each page ends between two of one moment. */
    private List<JsonNode> told(String who, String id, String order) {
        var found = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = agent.get(who, "/api/v1/customers/" + id + "/timeline?limit=1&order=" + order + after);
            assertThat(page.status()).isEqualTo(200);
            page.body().path("items").forEach(found::add);
            var next = page.body().path("next");
            after = next.isNull() ? "" : "&after=" + next.asText();
        } while (!after.isEmpty());
        found.removeIf(item -> !item.path("type").asText().equals("survey"));
        return found;
    }

    @Test
    void whoeverWasServedIsAnAudience() {
        var round = agent.post("marta", "/api/v1/surveys/nps", Map.of("servedDays", 30, "limit", 1));

        assertThat(round.status()).isEqualTo(202);
        assertThat(round.body().path("audience").asText()).isEqualTo("served");
        assertThat(round.body().path("wanted").asInt()).isLessThanOrEqualTo(1);
        done(round.body());
    }

    private JsonNode done(JsonNode round) {
        return eventually(() -> {
            var now = agent.get(
                            "marta", "/api/v1/surveys/nps/" + round.path("id").asText())
                    .body();
            return now.path("wanted").asInt() == 0 || !now.path("doneAt").isNull() ? now : null;
        });
    }

    private String whoWrote() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        return jdbc.sql("select customer::text from customer.identity where value = ? limit 1")
                .param(phone)
                .query(String.class)
                .single();
    }

    private int seen(String who, String caseNumber) {
        return agent.get(who, "/api/v1/surveys?case=" + caseNumber)
                .body()
                .path("items")
                .size();
    }

    private JsonNode row(String report, String of) {
        var items = agent.get("marta", "/api/v1/reports/" + report).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("of").asText().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private void scores(String kind, String queue, String askedAt, Integer... scores) {
        for (var score : scores) {
            survey(kind, queue, null, null, askedAt, score);
        }
    }

    private void survey(String kind, String queue, String owner, String caseNumber, String askedAt, Integer score) {
        jdbc.sql(
                        """
                        insert into survey.survey (number, kind, customer, conversation, line, queue, owner, case_number, state, wanted_at, asked_at, score)
                        values ('S-2021-' || lpad(nextval('survey.number')::text, 9, '0'), ?, gen_random_uuid(), gen_random_uuid(),
                          gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)""")
                .param(kind)
                .param(queue)
                .param(owner)
                .param(caseNumber)
                .param(score == null ? "UNANSWERED" : "ANSWERED")
                .param(OffsetDateTime.parse(askedAt))
                .param(OffsetDateTime.parse(askedAt))
                .param(score)
                .update();
    }
}
