package app.novelo.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.customer.People.Person;
import app.novelo.support.Agent;
import app.novelo.support.Meta;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers as {@code docs/http-api.md} promises them. */
@ProgramOfItsOwn
class CustomerApiTest {

    private static final String ALL = "/api/v1/customers";
    private static final String BROKEN_FRIDGE = "minha geladeira não gela";

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
        var message = people.says(person, BROKEN_FRIDGE);
        people.ticketOf(message);
        return people.customerOf(message);
    }

    private List<String> found(String user, String query) {
        var page = agent.get(user, ALL + "?limit=200&" + query);
        assertThat(page.status()).isEqualTo(200);
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    void showsACustomerWithHisIdentities() {
        var ana = new Person(people.newPhone(), people.newUserId(), null, "ana.souza", "Ana Souza");
        var id = givenACustomer(ana);

        var shown = agent.get("bruno", ALL + "/" + id).body();

        assertThat(shown.path("name").asText()).isEqualTo("Ana Souza");
        assertThat(shown.path("phone").asText()).isEqualTo(ana.phone());
        assertThat(shown.path("phoneDisplay").asText()).matches("[+]55 21 9\\d{4}-\\d{4}");
        assertThat(shown.path("userId").asText()).isEqualTo(ana.userId());
        assertThat(shown.path("username").asText()).isEqualTo("ana.souza");
        assertThat(shown.path("identities")).hasSize(3);
        assertThat(shown.path("createdAt").asText()).endsWith("Z");
    }

    @Test
    void isFoundByNameWithoutAccentsByPartOfHisUserNameAndByHisNumberInAnySpelling() {
        var mark = "Zé" + people.newPhone().substring(4);
        var ana = new Person(people.newPhone(), people.newUserId(), null, "user_" + mark, "Conceição " + mark);
        var id = givenACustomer(ana);
        var phone = ana.phone();

        assertThat(found("bruno", "q=conceicao%20ze" + mark.substring(2))).containsExactly(id);
        assertThat(found("bruno", "q=%40user_ze" + mark.substring(2))).containsExactly(id);
        assertThat(found("bruno", "phone=" + phone)).containsExactly(id);
        assertThat(found("bruno", "phone=" + phone.substring(0, 4) + phone.substring(5)))
                .containsExactly(id);
        assertThat(found("bruno", "phone=%2B55%20(21)%20" + phone.substring(4, 9) + "-" + phone.substring(9)))
                .containsExactly(id);
        assertThat(found("bruno", "phone=21%20" + phone.substring(4))).containsExactly(id);
        assertThat(found("bruno", "q=" + phone.substring(5))).containsExactly(id);
        assertThat(found("bruno", "email=ana@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%25%25%25%25", "q=_______", "phone=%F0%9F%98%80", "phone=abc", "q=%27%3B--"})
    void isNotFoundByWhatNobodyIsCalled(String query) {
        givenACustomer(people.stranger().called("Ana"));

        assertThat(found("marta", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%00", "after=x", "after=2026-01-01T00:00:00Z_x"})
    void refusesWhatCannotBeAsked(String query) {
        assertThat(agent.get("marta", ALL + "?" + query).problem()).isEqualTo("bad-request");
    }

    @Test
    void isSeenByThoseWhoSeeAConversationOfHisByHisOwnerAndByManagers() {
        var mark = "Visto " + people.newPhone();
        var id = givenACustomer(people.stranger().called(mark));
        var query = "q=" + mark.replace(" ", "%20");

        for (var user : List.of("bruno", "marta", "admin")) {
            assertThat(agent.get(user, ALL + "/" + id).status()).isEqualTo(200);
            assertThat(found(user, query)).containsExactly(id);
        }
        assertThat(agent.get("bia", ALL + "/" + id).status()).isEqualTo(404);
        assertThat(agent.get("bia", ALL + "/" + id + "/timeline").status()).isEqualTo(404);
        assertThat(agent.patch("bia", ALL + "/" + id, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(found("bia", query)).isEmpty();

        assertThat(agent.patch("marta", ALL + "/" + id, Map.of("owner", "bia")).status())
                .isEqualTo(200);
        assertThat(agent.get("bia", ALL + "/" + id).status()).isEqualTo(200);
        assertThat(agent.get("bia", ALL + "/" + id + "/timeline").body().path("items"))
                .as("owning him opens no conversation")
                .isEmpty();
    }

    @Test
    void comesInPagesWithoutGapOrDouble() {
        var mark = "Seite" + people.newPhone();
        var ids = new ArrayList<String>();
        for (int n = 0; n < 5; n++) {
            ids.add(0, givenACustomer(people.stranger().called(mark + " " + n)));
        }

        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = agent.get("bruno", ALL + "?limit=2&q=" + mark + after).body();
            page.path("items").forEach(item -> seen.add(item.path("id").asText()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());

        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void isRenamedByAnAgentAndKeepsTheNameThatWasGiven() {
        var ana = people.stranger().called("Aninha");
        var id = givenACustomer(ana);

        var changed = agent.patch("bruno", ALL + "/" + id, Map.of("name", "Ana Souza", "language", "pt-BR"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("name").asText()).isEqualTo("Ana Souza");
        people.customerOf(people.says(ana, "obrigada"));
        assertThat(people.shown(agent, id).path("name").asText()).isEqualTo("Ana Souza");
        assertThat(people.shown(agent, id).path("language").asText()).isEqualTo("pt-BR");
    }

    @ParameterizedTest
    @CsvSource({
        "bruno, segment, vip, forbidden",
        "bruno, contract, gold, forbidden",
        "bruno, owner, bruno, forbidden",
        "marta, owner, nobody.of.that.name, bad-request",
        "marta, language, portugues, bad-request",
        "marta, name, '', bad-request",
        "marta, id, x, bad-request"
    })
    void refusesAChange(String user, String field, String value, String problem) {
        var id = givenACustomer(people.stranger());

        var answer = agent.patch(user, ALL + "/" + id, Map.of(field, value));

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    @Test
    void hasATimelineOfWhatWasSaidAndWhatBecameOfHim() {
        var ana = people.stranger();
        var first = people.says(Person.of(ana.phone(), null), BROKEN_FRIDGE);
        people.ticketOf(first);
        var second = people.says(Person.of(null, ana.userId()), "a lava-louças não liga");
        people.ticketOf(second);
        var id = people.customerOf(people.says(ana, "sou a mesma"));

        var whole = timeline(id, "limit=200");
        assertThat(whole.stream().filter(item -> text(item).equals(BROKEN_FRIDGE)))
                .hasSize(1);
        assertThat(whole.stream().filter(item -> text(item).equals("a lava-louças não liga")))
                .hasSize(1);
        assertThat(whole.stream().map(item -> item.path("content").path("what").asText()))
                .contains("MERGED");
        assertThat(whole.stream()
                        .map(item -> item.path("content").path("conversation").asText())
                        .distinct())
                .contains(people.conversationOf(first), people.conversationOf(second));

        for (var order : List.of("oldest", "newest")) {
            var paged = new ArrayList<JsonNode>();
            var after = "";
            do {
                var page = agent.get("marta", ALL + "/" + id + "/timeline?limit=1&order=" + order + after)
                        .body();
                page.path("items").forEach(paged::add);
                after = page.path("next").isNull()
                        ? ""
                        : "&after=" + page.path("next").asText();
            } while (!after.isEmpty());
            assertThat(keys(paged)).isEqualTo(keys(timeline(id, "limit=200&order=" + order)));
        }
    }

    private List<JsonNode> timeline(String id, String query) {
        var page = agent.get("marta", ALL + "/" + id + "/timeline?" + query);
        assertThat(page.status()).isEqualTo(200);
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .toList();
    }

    private static List<String> keys(List<JsonNode> items) {
        return items.stream()
                .map(item -> item.path("type").asText() + item.path("seq").asText())
                .toList();
    }

    private static String text(JsonNode item) {
        return item.path("content").path("text").asText();
    }
}
