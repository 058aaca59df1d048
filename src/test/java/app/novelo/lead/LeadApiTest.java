package app.novelo.lead;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /api/v1/leads}. */
@RunningNovelo
class LeadApiTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Test
    void changesWhatIsGivenAndForgetsWhatIsNull() {
        var lead = givenALead(customer.newPhone());

        var changed = patch(
                lead,
                Map.of(
                        "product", "Split 12000",
                        "products", "2 × Split 12000, instalação",
                        "competitors", "Loja do Zé",
                        "decisionMakers", "Dona Maria",
                        "objections", "acha caro",
                        "nextStep", "enviar proposta",
                        "value", 3599.9,
                        "currency", "usd",
                        "probability", 60,
                        "nextStepAt", "2999-01-01T12:00:00Z"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("value").decimalValue()).isEqualByComparingTo("3599.90");
        assertThat(changed.body().path("currency").asText()).isEqualTo("USD");
        assertThat(changed.body().path("objections").asText()).isEqualTo("acha caro");
        assertThat(changed.body().path("nextPlanned").path("at").asText()).isEqualTo("2999-01-01T12:00:00Z");
        var nothing = new HashMap<String, Object>();
        nothing.put("objections", null);
        nothing.put("value", null);
        var forgotten = patch(lead, nothing).body();
        assertThat(forgotten.path("objections").isNull()).isTrue();
        assertThat(forgotten.path("currency").isNull()).isTrue();
        assertThat(forgotten.path("competitors").asText()).isEqualTo("Loja do Zé");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value | #R$ 1.234,56#",
                "value | -1",
                "value | 1.234",
                "value | 1e15",
                "currency | #XXX#",
                "currency | 12",
                "probability | 101",
                "probability | #much#",
                "nextStepAt | #tomorrow#",
                "nextStepAt | #2020-01-01T00:00:00Z#",
                "criteria | {#budget#:#a lot#}",
                "criteria | {#mood#:#fine#}",
                "owner | #ana#",
                "product | 7"
            })
    void refusesWhatIsNothingOfThatKindAndLosesNothing(String field, String json) throws Exception {
        var lead = givenALead(customer.newPhone());
        patch(lead, Map.of("value", 100, "product", "Geladeira " + lead));

        var refused = patch(
                lead,
                Map.of(field, new com.fasterxml.jackson.databind.ObjectMapper().readTree(json.replace("#", "\""))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).startsWith(field);
        assertThat(lead(lead).path("value").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void whatIsKnownIsScoredAnewWithItsSource() {
        var lead = givenALead(customer.newPhone());

        patch(
                lead,
                Map.of(
                        "criteria",
                        Map.of("timeline", "now", "budget", "20000", "decisionMaker", "true", "companySize", "60")));

        assertThat(lead(lead).path("grade").asText()).isEqualTo("A");
        assertThat(lead(lead).path("priority").asText()).isEqualTo("HIGH");
        assertThat(lead(lead).path("criteria").findValuesAsText("source")).contains("agent");
    }

    @Test
    void onlyWhoMaySeeItReadsOrChangesIt() {
        var lead = givenALead(customer.newPhone());

        assertThat(agent.get("ana", "/api/v1/leads/" + lead).status()).isEqualTo(200);
        assertThat(agent.get("bia", "/api/v1/leads/" + lead).status()).isEqualTo(404);
        assertThat(agent.patch("bia", "/api/v1/leads/" + lead, Map.of("value", 1))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("bia", "/api/v1/leads/" + lead + "/move", Map.of("stage", "lost"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("bia", "/api/v1/leads/board").body().findValuesAsText("number"))
                .doesNotContain(lead);
        assertThat(agent.get("ana", "/api/v1/leads/board").body().findValuesAsText("number"))
                .contains(lead);
    }

    @Test
    void whoeverHoldsItIsAskedFirst() {
        var lead = givenALead(customer.newPhone());
        cases.claim("ana", cases.taskOf(lead).getId());

        var refused = agent.post("diego", "/api/v1/leads/" + lead + "/move", Map.of("stage", "lost"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-your-turn");
    }

    @Test
    void aPersonOpensOneBesideATicketAndNotASecondOfTheSameProduct() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira parou de gelar");
        cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        var wanted = Map.of(
                "conversation",
                conversation,
                "fields",
                Map.of("product", "Geladeira", "value", 2500),
                "note",
                "no balcão");

        var opened = agent.post("marta", "/api/v1/leads", wanted);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.body().path("source").asText()).isEqualTo("agent");
        assertThat(opened.body().path("product").asText()).isEqualTo("Geladeira");
        assertThat(opened.body().path("queue").asText()).isEqualTo("sales");
        var again = agent.post("marta", "/api/v1/leads", wanted);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("lead-exists");
        assertThat(again.body().path("lead").asText())
                .isEqualTo(opened.body().path("number").asText());
        assertThat(agent.get("marta", "/api/v1/conversations/" + conversation)
                        .body()
                        .path("case")
                        .asText())
                .startsWith("T-");
    }

    @Test
    void anAdvertisementIsTheSourceOfWhomItBrought() {
        var phone = customer.newPhone();
        var message = customer.text("Olá!");
        message.putObject("referral")
                .put("source_type", "ad")
                .put("source_id", "120210000000001")
                .put("source_url", "https://fb.me/x")
                .put("headline", "Split em promoção")
                .put("body", "Só hoje");
        customer.sends(phone, message);

        var lead = cases.ticketOf(phone);

        assertThat(lead).startsWith("L-");
        assertThat(lead(lead).path("source").asText()).isEqualTo("ad");
        assertThat(lead(lead).path("sourceDetail").asText()).isEqualTo("120210000000001");
    }

    @Test
    void theBoardCountsByStageAndNeverAddsTwoCurrencies() {
        var lead = givenALead(customer.newPhone());
        var other = givenALead(customer.newPhone());
        patch(lead, Map.of("value", 100, "currency", "BRL", "probability", 50));
        patch(other, Map.of("value", 10, "currency", "EUR"));

        var fresh = column("new");

        assertThat(fresh.path("totals").findValuesAsText("currency")).contains("BRL", "EUR");
        assertThat(fresh.path("count").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(fresh.path("cards").findValuesAsText("days")).contains("0");
    }

    @Test
    void resolvingItInTheConversationIsALossWithAReason() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        var path = "/api/v1/conversations/" + cases.conversationOf(phone) + "/resolve";

        assertThat(agent.post("marta", path, Map.of("reason", "solved")).status())
                .isEqualTo(400);
        assertThat(agent.post("marta", path, Map.of("reason", "price")).status())
                .isEqualTo(204);

        assertThat(lead(lead).path("lostReason").asText()).isEqualTo("price");
        assertThat(List.of("new", "lost")).contains(lead(lead).path("stage").asText());
    }

    @Test
    void whatWasLostWithoutAFollowUpIsListed() {
        var lead = givenALead(customer.newPhone());
        agent.post("marta", "/api/v1/leads/" + lead + "/move", Map.of("stage", "lost", "reason", "price"));

        var lost = agent.get("marta", "/api/v1/leads/lost-without-follow-up?limit=200");

        assertThat(lost.body().path("items").findValuesAsText("number")).contains(lead);
        assertThat(agent.get("marta", "/api/v1/leads/lost-without-follow-up?silentDays=0")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anInterestToldInTheMidstOfATicketIsNotLost() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira parou de gelar");
        var ticket = cases.ticketOf(phone);

        customer.says(phone, "e também quero comprar um ar condicionado novo, qual o preço?");

        eventually(() -> cases.numbersOf(phone).size() == 2);
        assertThat(cases.numbersOf(phone).get(1)).startsWith("L-");
        assertThat(cases.instanceOf(ticket, "ticket")).isNotNull();
    }

    private JsonNode column(String stage) {
        return StreamSupport.stream(
                        agent.get("marta", "/api/v1/leads/board")
                                .body()
                                .path("columns")
                                .spliterator(),
                        false)
                .filter(column -> column.path("stage").asText().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        return cases.ticketOf(phone);
    }

    private Agent.Answer patch(String number, Map<String, ?> change) {
        return agent.patch("marta", "/api/v1/leads/" + number, change);
    }

    private JsonNode lead(String number) {
        return agent.get("marta", "/api/v1/leads/" + number).body();
    }
}
