package app.novelo.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.customer.People.Person;
import app.novelo.support.Agent;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers allow, as people see it and write it down. */
@RunningNovelo
class ConsentApiTest {

    private static final String ALL = "/api/v1/consents";
    private static final Map<String, String> AGREED = Map.of(
            "purpose", "MARKETING", "state", "GRANTED", "source", "FORM", "proof", "https://casaclima.example/f/1");

    @Autowired
    Meta meta;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Agent agent;

    People people;

    @BeforeEach
    void meetPeople() {
        people = new People(meta, jdbc, json, clock);
    }

    /** @return of support */
    private String givenACustomer(Person person) {
        var message = people.says(person, "minha geladeira não gela");
        people.ticketOf(message);
        return people.customerOf(message);
    }

    private static String of(String customer) {
        return "/api/v1/customers/" + customer + "/consents";
    }

    private static List<JsonNode> items(Agent.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .toList();
    }

    @Test
    void areWrittenDownWithSourceProofTimeAndPersonAndShownWithTheCustomer() {
        var id = givenACustomer(people.stranger());
        assertThat(agent.get("bruno", "/api/v1/customers/" + id).body().path("consents"))
                .isEmpty();

        var written = agent.post(
                "bruno",
                of(id),
                Map.of(
                        "purpose", "MARKETING",
                        "state", "GRANTED",
                        "source", "FORM",
                        "proof", "https://casaclima.example/f/1",
                        "at", "2026-10-01T12:00:00Z"));

        assertThat(written.status()).isEqualTo(201);
        var shown = agent.get("bruno", "/api/v1/customers/" + id).body().path("consents");
        assertThat(shown).hasSize(1);
        assertThat(shown.path(0)).isEqualTo(written.body());
        assertThat(written.body().path("purpose").asText()).isEqualTo("MARKETING");
        assertThat(written.body().path("state").asText()).isEqualTo("GRANTED");
        assertThat(written.body().path("source").asText()).isEqualTo("FORM");
        assertThat(written.body().path("proof").asText()).isEqualTo("https://casaclima.example/f/1");
        assertThat(written.body().path("at").asText()).isEqualTo("2026-10-01T12:00:00Z");
        assertThat(written.body().path("by").asText()).isEqualTo("bruno");
    }

    @Test
    void areNeverChangedButOutdatedByWhatHeSaysLater() {
        var id = givenACustomer(people.stranger());
        agent.post("bruno", of(id), AGREED);

        var told = agent.post("bruno", of(id), Map.of("purpose", "MARKETING", "state", "WITHDRAWN"));

        assertThat(told.body().path("source").asText()).isEqualTo("AGENT");
        var ledger = items(agent.get("bruno", of(id)));
        assertThat(ledger).extracting(entry -> entry.path("state").asText()).containsExactly("WITHDRAWN", "GRANTED");
        assertThat(agent.get("bruno", "/api/v1/customers/" + id)
                        .body()
                        .at("/consents/0/state")
                        .asText())
                .isEqualTo("WITHDRAWN");
        var late = agent.post(
                "bruno",
                of(id),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "paper", "at", "2026-01-01T00:00:00Z"));
        assertThat(late.body().path("state").asText()).as("what counts").isEqualTo("WITHDRAWN");
    }

    @Test
    void comeInPages() {
        var id = givenACustomer(people.stranger());
        for (int n = 1; n <= 5; n++) {
            agent.post(
                    "bruno",
                    of(id),
                    Map.of("purpose", "SERVICE", "state", "WITHDRAWN", "at", "2026-10-0" + n + "T00:00:00Z"));
        }
        var seen = new ArrayList<String>();
        var page = agent.get("bruno", of(id) + "?limit=2");
        while (true) {
            items(page).forEach(entry -> seen.add(entry.path("at").asText()));
            if (page.body().path("next").isNull()) {
                break;
            }
            page = agent.get(
                    "bruno",
                    of(id) + "?limit=2&after=" + page.body().path("next").asText());
        }
        assertThat(seen)
                .containsExactly(
                        "2026-10-05T00:00:00Z",
                        "2026-10-04T00:00:00Z",
                        "2026-10-03T00:00:00Z",
                        "2026-10-02T00:00:00Z",
                        "2026-10-01T00:00:00Z");
        assertThat(agent.get("bruno", of(id) + "?after=x").problem()).isEqualTo("bad-request");
    }

    @Test
    void standInTheTimeline() {
        var id = givenACustomer(people.stranger());
        agent.post("bruno", of(id), AGREED);

        var entries = items(agent.get("bruno", "/api/v1/customers/" + id + "/timeline?limit=200"));

        assertThat(entries)
                .filteredOn(entry -> entry.path("type").asText().equals("consent"))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.at("/content/state").asText()).isEqualTo("GRANTED"));
    }

    @Test
    void areTheBusinessOfWhoeverSeesTheCustomer() {
        var id = givenACustomer(people.stranger());

        assertThat(agent.get("bia", of(id)).status()).isEqualTo(404);
        assertThat(agent.post("bia", of(id), AGREED).status()).isEqualTo(404);
        assertThat(agent.post("marta", of(id), AGREED).status()).isEqualTo(201);
        assertThat(agent.get("bruno", ALL).status())
                .as("the list is for managers")
                .isEqualTo(404);
    }

    static Stream<Map<String, String>> nonsense() {
        return Stream.of(
                Map.of("state", "GRANTED", "proof", "x"),
                Map.of("purpose", "ADVERTISING", "state", "GRANTED", "proof", "x"),
                Map.of("purpose", "MARKETING", "proof", "x"),
                Map.of("purpose", "MARKETING", "state", "MAYBE", "proof", "x"),
                Map.of("purpose", "MARKETING", "state", "GRANTED"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", " "),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "a\0b"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x".repeat(501)),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "source", "KEYWORD"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "source", "CHANNEL"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "source", "PREFERENCES"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "source", "'; --"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "at", "yesterday"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "at", "2999-01-01T00:00:00Z"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "at", "1970-01-01T00:00:00Z"),
                Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "at", "+999999999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void areRefusedWithTheNameOfTheFieldWhereTheyAreNone(Map<String, String> told) {
        var id = givenACustomer(people.stranger());

        var answer = agent.post("bruno", of(id), told);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-request");
        assertThat(answer.body().path("field").asText()).isIn("purpose", "state", "source", "proof", "at");
        assertThat(items(agent.get("bruno", of(id)))).isEmpty();
    }

    @Test
    void areListedByPurposeStateAndCustomerAndOnlyWhatCounts() {
        var mark = "Lista" + people.newPhone();
        var agreed = givenACustomer(people.stranger().called("Sim " + mark));
        var refused = givenACustomer(people.stranger().called("Não " + mark));
        agent.post("bruno", of(agreed), AGREED);
        agent.post("bruno", of(refused), AGREED);
        agent.post("bruno", of(refused), Map.of("purpose", "MARKETING", "state", "WITHDRAWN"));
        agent.post("bruno", of(refused), Map.of("purpose", "SERVICE", "state", "GRANTED", "proof", "paper"));
        var mine = ALL + "?q=" + mark;

        assertThat(who(mine + "&purpose=MARKETING&state=GRANTED")).containsExactly(agreed);
        assertThat(who(mine + "&purpose=marketing&state=withdrawn")).containsExactly(refused);
        assertThat(who(mine)).containsExactly(refused, refused, agreed);
        var entry = items(agent.get("marta", mine + "&purpose=SERVICE")).get(0);
        assertThat(entry.at("/customer/name").asText()).isEqualTo("Não " + mark);
        assertThat(entry.path("state").asText()).isEqualTo("GRANTED");
        assertThat(agent.get("marta", ALL + "?purpose=x").problem()).isEqualTo("bad-request");
        assertThat(agent.get("marta", ALL + "?state=x").problem()).isEqualTo("bad-request");
    }

    private List<String> who(String path) {
        return items(agent.get("marta", path)).stream()
                .map(entry -> entry.at("/customer/id").asText())
                .toList();
    }

    @Test
    void ofTwoWhoAreOneAreOneLedger() {
        var mark = "Eins" + people.newPhone();
        var one = givenACustomer(people.stranger().called("Um " + mark));
        var other = givenACustomer(people.stranger().called("Dois " + mark));
        agent.post("bruno", of(one), AGREED);
        agent.post("bruno", of(other), Map.of("purpose", "MARKETING", "state", "WITHDRAWN"));

        assertThat(agent.post("marta", "/api/v1/customers/" + other + "/merge", Map.of("into", one))
                        .status())
                .isEqualTo(200);

        assertThat(agent.get("marta", "/api/v1/customers/" + other)
                        .body()
                        .at("/consents/0/state")
                        .asText())
                .isEqualTo("WITHDRAWN");
        assertThat(items(agent.get("marta", of(one)))).hasSize(2);
        assertThat(who(ALL + "?q=" + mark)).containsExactly(one);
    }

    @Test
    void aTimeThatIsJustAheadIsNow() {
        var id = givenACustomer(people.stranger());
        var ahead = clock.instant().plus(Duration.ofMinutes(2)).toString();

        var written = agent.post(
                "bruno", of(id), Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "x", "at", ahead));

        assertThat(written.status()).isEqualTo(201);
        assertThat(written.body().path("at").asText()).isLessThan(ahead);
    }
}
