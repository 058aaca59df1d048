package app.novelo.customer;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers whom people write down before they have written. */
@RunningNovelo
class CustomerEntryTest {

    private static final String ALL = "/api/v1/customers";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    private Agent.Answer entered(String user, Map<String, ?> more) {
        var told = new HashMap<String, Object>(Map.of("name", "Ana Souza", "phone", "+" + customer.newPhone()));
        told.putAll(more);
        return agent.post(user, ALL, told);
    }

    @Test
    void areThereWithAllThatWasTold() {
        var phone = customer.newPhone();

        var answer = entered(
                "marta",
                Map.of(
                        "phone", "+" + phone,
                        "language", "pt-BR",
                        "segment", "gold",
                        "contract", "silver",
                        "owner", "ana",
                        "fields", Map.of("contrato", "4711", "Cidade", "São Paulo", "pontos", 12)));

        assertThat(answer.status()).isEqualTo(201);
        var shown = agent.get("marta", ALL + "/" + answer.body().path("id").asText())
                .body();
        assertThat(shown).isEqualTo(answer.body());
        assertThat(shown.path("name").asText()).isEqualTo("Ana Souza");
        assertThat(shown.path("phone").asText()).isEqualTo(phone);
        assertThat(shown.path("language").asText()).isEqualTo("pt-BR");
        assertThat(shown.path("segment").asText()).isEqualTo("gold");
        assertThat(shown.path("contract").asText()).isEqualTo("silver");
        assertThat(shown.path("owner").asText()).isEqualTo("ana");
        assertThat(shown.path("fields").toString())
                .isEqualTo("{\"Cidade\":\"São Paulo\",\"contrato\":\"4711\",\"pontos\":\"12\"}");
    }

    @Test
    void areTheSameWhenTheyWrite() {
        var phone = customer.newPhone();
        var id =
                entered("marta", Map.of("phone", "+" + phone)).body().path("id").asText();

        customer.says(phone, "minha geladeira não gela");

        cases.ticketOf(phone);
        var conversation = agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
        assertThat(conversation.at("/customer/id").asText()).isEqualTo(id);
        assertThat(conversation.at("/customer/name").asText())
                .as("a name that was given stays")
                .isEqualTo("Ana Souza");
    }

    @Test
    void areKnownByTheirNumberInAnyWriting() {
        var phone = customer.newPhone(); // 55 11 9xxxx-xxxx
        var id = entered("marta", Map.of("phone", phone.substring(2, 4) + " " + phone.substring(4)))
                .body()
                .path("id")
                .asText();

        for (var writing : List.of(
                "+" + phone,
                "+55 (11) " + phone.substring(4, 9) + "-" + phone.substring(9),
                "0" + phone.substring(2),
                phone.substring(2),
                "+55" + phone.substring(2, 4) + phone.substring(5))) {
            var again = entered("marta", Map.of("phone", writing, "name", "Outra"));
            assertThat(again.status()).as(writing).isEqualTo(409);
            assertThat(again.problem()).isEqualTo("customer-known");
            assertThat(again.body().path("customer").asText()).isEqualTo(id);
        }
        assertThat(agent.get("marta", ALL + "/" + id).body().path("name").asText())
                .as("who is there stays as he is")
                .isEqualTo("Ana Souza");
    }

    @Test
    void areTheBusinessOfTheAgentWhoWritesThemDown() {
        var phone = "+" + customer.newPhone();

        var answer = entered("bruno", Map.of("phone", phone));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("owner").asText()).isEqualTo("bruno");
        var path = ALL + "/" + answer.body().path("id").asText();
        assertThat(agent.get("bruno", path).status()).isEqualTo(200);
        assertThat(agent.get("ana", path).status()).isEqualTo(404);
        var again = entered("ana", Map.of("phone", phone));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().has("customer")).as("she may not see him").isFalse();
    }

    @Test
    void areGivenToOthersAndToSegmentsByManagersOnly() {
        assertThat(entered("bruno", Map.of("owner", "ana")).problem()).isEqualTo("forbidden");
        assertThat(entered("bruno", Map.of("segment", "gold")).problem()).isEqualTo("forbidden");
        assertThat(entered("bruno", Map.of("contract", "gold")).problem()).isEqualTo("forbidden");
        assertThat(entered("bruno", Map.of("owner", "bruno")).status()).isEqualTo(201);
        assertThat(entered("marta", Map.of()).body().path("owner").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"davi", "alice"})
    void areNobodysBusinessWhoServesNoCustomers(String user) {
        assertThat(entered(user, Map.of()).status()).isEqualTo(404);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("name", Map.of("name", " ")),
                Arguments.of("name", Map.of("name", "a\0b")),
                Arguments.of("name", Map.of("name", "a".repeat(201))),
                Arguments.of("name", Map.of("name", 1)),
                Arguments.of("phone", Map.of("phone", "")),
                Arguments.of("phone", Map.of("phone", "ana")),
                Arguments.of("phone", Map.of("phone", "12")),
                Arguments.of("phone", Map.of("phone", "+" + "9".repeat(40))),
                Arguments.of("phone", Map.of("phone", "+55 11 91234-5678; drop table")),
                Arguments.of("phone", Map.of("phone", 5511912345678L)),
                Arguments.of("language", Map.of("language", "português")),
                Arguments.of("segment", Map.of("segment", "x".repeat(101))),
                Arguments.of("contract", Map.of("contract", "x".repeat(101))),
                Arguments.of("owner", Map.of("owner", "nobody")),
                Arguments.of("fields", Map.of("fields", "x")),
                Arguments.of("fields", Map.of("fields", Map.of("", "x"))),
                Arguments.of("fields", Map.of("fields", Map.of("<b>", "x"))),
                Arguments.of("fields.a", Map.of("fields", Map.of("a", "x".repeat(501)))),
                Arguments.of("fields.a", Map.of("fields", Map.of("a", List.of()))),
                Arguments.of("id", Map.of("id", "x")),
                Arguments.of("consents", Map.of("consents", "x")),
                Arguments.of("consents[0]", Map.of("consents", List.of("x"))),
                Arguments.of(
                        "consents[1].proof",
                        Map.of(
                                "consents",
                                List.of(
                                        Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "paper"),
                                        Map.of("purpose", "SERVICE", "state", "GRANTED")))));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void areRefusedWithTheNameOfTheField(String field, Map<String, ?> wrong) {
        var phone = "+" + customer.newPhone();
        var told = new HashMap<String, Object>(Map.of("phone", phone));
        told.putAll(wrong);

        var answer = entered("marta", told);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
        assertThat(found(phone)).isEmpty();
    }

    @Test
    void areNamedWithoutWhatNobodyCanRead() {
        var answer = entered("marta", Map.of("name", "  Zoë\t\n<script>alert(1)</script> 👩🏽‍🔧 \u202eevil  "));

        assertThat(answer.body().path("name").asText())
                .startsWith("Zoë  <script>alert(1)</script> 👩🏽‍🔧")
                .doesNotContain("\n", "\t");
    }

    @Test
    void comeWithWhatTheyAllow() {
        var answer = entered(
                "bruno",
                Map.of(
                        "consents",
                        List.of(
                                Map.of(
                                        "purpose",
                                        "MARKETING",
                                        "state",
                                        "GRANTED",
                                        "source",
                                        "FORM",
                                        "proof",
                                        "https://casaclima.example/f/7",
                                        "at",
                                        "2026-10-01T12:00:00Z"),
                                Map.of("purpose", "SERVICE", "state", "GRANTED", "proof", "paper"))));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("consents")).hasSize(2);
        assertThat(answer.body().at("/consents/0/by").asText()).isEqualTo("bruno");
    }

    @Test
    void areWrittenDownOnceByTwoAtOnce() {
        var phone = "+" + customer.newPhone();

        var answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(n -> entered("marta", Map.of("phone", phone)).status())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 409, 409, 409);
        assertThat(found(phone)).hasSize(1);
    }

    @Test
    void getAndLoseFields() {
        var path = ALL + "/"
                + entered("bruno", Map.of("fields", Map.of("contrato", "1", "cidade", "Recife")))
                        .body()
                        .path("id")
                        .asText();
        var change = new HashMap<String, Object>();
        change.put("cidade", null);
        change.put("pontos", "3");

        var changed = agent.patch("bruno", path, Map.of("fields", change));

        assertThat(changed.body().path("fields").toString()).isEqualTo("{\"contrato\":\"1\",\"pontos\":\"3\"}");
        assertThat(agent.patch("bruno", path, Map.of("name", "Ana")).body().path("fields"))
                .hasSize(2);
    }

    @Test
    void keepTheFieldsOfBothWhenTheyAreOne() {
        var one = entered("marta", Map.of("fields", Map.of("contrato", "1", "cidade", "Recife")));
        var other = entered("marta", Map.of("fields", Map.of("contrato", "2", "pontos", "3")));

        var merged = agent.post(
                "marta",
                ALL + "/" + other.body().path("id").asText() + "/merge",
                Map.of("into", one.body().path("id").asText()));

        assertThat(merged.body().path("fields").toString())
                .isEqualTo("{\"cidade\":\"Recife\",\"contrato\":\"1\",\"pontos\":\"3\"}");
    }

    private List<JsonNode> found(String phone) {
        return eventually(() -> {
            var page = agent.get("marta", ALL + "?phone=" + phone.replace("+", "%2B"));
            return page.status() == 200
                    ? StreamSupport.stream(page.body().path("items").spliterator(), false)
                            .toList()
                    : null;
        });
    }
}
