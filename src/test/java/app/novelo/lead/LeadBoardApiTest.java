package app.novelo.lead;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /api/v1/leads/board}, as the page {@code /desk/funnel} asks for it. */
@RunningNovelo
class LeadBoardApiTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private String queue;
    private String seller;

    @BeforeEach
    void aQueueOfItsOwnWithOnePerson() {
        var colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of());
        seller = colleagues.hired(queue, Map.of());
    }

    @Test
    void aCardSaysWhoItIsAndWhatComesNext() {
        var lead = givenALead(customer.newPhone());
        agent.patch(
                "marta",
                "/api/v1/leads/" + lead,
                Map.of("nextStep", "ligar", "nextStepAt", "2999-01-01T12:00:00Z", "value", 200, "probability", 25));

        var card = card(lead, "");

        assertThat(card.path("customerName").asText()).isNotEmpty();
        assertThat(card.path("nextStep").asText()).isEqualTo("ligar");
        assertThat(card.path("withoutNextStep").asBoolean()).isFalse();
        assertThat(column("new", "").path("count").asInt()).isOne();
        assertThat(column("new", "").path("totals").get(0).path("weighted").decimalValue())
                .isEqualByComparingTo("50");
    }

    @Test
    void onlyThoseWithoutANextStepAreShownOnDemand() {
        var phone = customer.newPhone();
        var planned = givenALead(phone);
        var resting = givenALead(customer.newPhone());
        agent.patch("marta", "/api/v1/leads/" + planned, Map.of("nextStepAt", "2999-01-01T12:00:00Z"));

        var every = numbers("");
        var without = numbers("&withoutNextStep=true");

        assertThat(every).contains(planned, resting);
        assertThat(without).doesNotContain(planned);
        every.forEach(lead -> assertThat(without.contains(lead))
                .as(lead)
                .isEqualTo(card(lead, "").path("withoutNextStep").asBoolean()));
    }

    @Test
    void whatWaitsLongestComesFirstAndOfWhatIsOverTheNewest() {
        var older = givenALead(customer.newPhone());
        var newer = givenALead(customer.newPhone());
        assertThat(column("new", "").path("cards").findValuesAsText("number")).containsExactly(older, newer);

        loses(older);
        loses(newer);

        assertThat(column("new", "").path("cards")).isEmpty();
        assertThat(column("lost", "").path("cards").findValuesAsText("number")).containsExactly(newer, older);
        assertThat(column("lost", "").path("count").asInt()).isEqualTo(2);
    }

    @Test
    void mineAreThoseThatIHave() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        assertThat(numbers("&owner=me")).doesNotContain(lead);

        cases.claim(seller, cases.taskOf(lead).getId());

        eventually(() -> numbers("&owner=me").contains(lead));
        assertThat(card(lead, "").path("ownerName").asText()).startsWith("Colega");
    }

    @Test
    void theCardsThatAreNotShownFollowPageByPage() {
        var lead = givenALead(customer.newPhone());
        likeIt(lead, 130, "NEW", false);
        likeIt(lead, 105, "WON", true);

        for (var stage : List.of("new", "won")) {
            var column = column(stage, "");
            assertThat(column.path("cards")).hasSize(100);
            var found = new ArrayList<>(column.path("cards").findValuesAsText("number"));
            var next = column.path("next");
            while (!next.isNull()) {
                var page = further(seller, stage, "&limit=7&after=" + next.asText());
                found.addAll(page.path("items").findValuesAsText("number"));
                next = page.path("next");
            }
            assertThat(found)
                    .as(stage)
                    .doesNotHaveDuplicates()
                    .hasSize(column.path("count").asInt());
            assertThat(further(seller, stage, "&limit=200").path("items").findValuesAsText("number"))
                    .as("in one order")
                    .isEqualTo(found);
        }
        assertThat(column("contacted", "").path("next").isNull()).isTrue();
    }

    /** They have no case, and others look at all there are. */
    @AfterEach
    void onlyRowsAreNoLeads() {
        jdbc.sql("delete from lead.lead where queue = ? and number like 'L-%-%-%'")
                .param(queue)
                .update();
    }

    @Test
    void furtherCardsAreOnlyThoseThatTheCallerSees() {
        var lead = givenALead(customer.newPhone());
        var stranger = new Colleagues(agent).hired(new Colleagues(agent).queue(Map.of()), Map.of());

        assertThat(further(seller, "new", "").path("items").findValuesAsText("number"))
                .containsExactly(lead);
        assertThat(further(seller, "new", "&owner=me").path("items")).isEmpty();
        assertThat(further(stranger, "new", "").path("items")).isEmpty();
        for (var bad : Map.of("new?after=x", 400, "new?after=2026-13-01T00:00:00Z_L-1", 400, "old", 404)
                .entrySet()) {
            assertThat(agent.get(seller, "/api/v1/leads/board/" + bad.getKey()).status())
                    .as(bad.getKey())
                    .isEqualTo(bad.getValue());
        }
    }

    private JsonNode further(String who, String stage, String more) {
        return agent.get(who, "/api/v1/leads/board/" + stage + "?queue=" + queue + more)
                .body();
    }

    /** Rows only, several of one moment: what a company of that size has on its board. */
    private void likeIt(String lead, int many, String stage, boolean closed) {
        jdbc.sql(
                        """
                        insert into lead.lead select (jsonb_populate_record(l, jsonb_build_object(
                          'number', l.number || '-' || :stage || n, 'stage', :stage::text,
                          'stage_since', '2026-11-01'::timestamptz + n / 3 * interval '1 hour',
                          'closed_at', case when :closed then l.opened_at end))).*
                        from lead.lead l cross join generate_series(1, :many) n where l.number = :lead""")
                .param("stage", stage)
                .param("closed", closed)
                .param("many", many)
                .param("lead", lead)
                .update();
    }

    @Test
    void whatMayBeSaidIsTold() {
        var choices = agent.get(seller, "/api/v1/leads/choices").body();

        assertThat(choices.path("lostReasons").toString()).contains("competitor");
        assertThat(choices.path("currencies").toString())
                .contains(choices.path("currency").asText());
        assertThat(choices.path("stages")).hasSize(8);
    }

    private void loses(String lead) {
        var answer =
                agent.post("marta", "/api/v1/leads/" + lead + "/move", Map.of("stage", "lost", "reason", "notALead"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private List<String> numbers(String more) {
        return board(more).findValuesAsText("number");
    }

    private JsonNode card(String lead, String more) {
        return board(more).findValues("cards").stream()
                .flatMap(cards -> StreamSupport.stream(cards.spliterator(), false))
                .filter(card -> card.path("number").asText().equals(lead))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode column(String stage, String more) {
        return StreamSupport.stream(board(more).path("columns").spliterator(), false)
                .filter(column -> column.path("stage").asText().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode board(String more) {
        return agent.get(seller, "/api/v1/leads/board?queue=" + queue + more).body();
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        var lead = cases.ticketOf(phone);
        assertThat(agent.post("marta", "/api/v1/cases/" + lead + "/transfer", Map.of("queue", queue))
                        .status())
                .isLessThan(300);
        eventually(() -> numbers("").contains(lead));
        return lead;
    }
}
