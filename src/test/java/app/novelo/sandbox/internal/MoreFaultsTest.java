package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault by its name, besides those of {@link FaultsTest}. */
class MoreFaultsTest extends SandboxTest {

    static List<Integer> codes() {
        return GraphErrorCodes.all().stream().map(GraphErrorCodes.Known::code).toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void refusesWithEveryCode(int code) throws Exception {
        fault("{\"kind\":\"error\",\"code\":%d,\"phone\":\"%s\"}".formatted(code, customer));

        var answer = businessWrites("Oi");

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(GraphErrorCodes.httpStatus(code));
        assertThat(answer.body().path("error").path("message").asText()).contains(GraphErrorCodes.title(code));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void failsAnAcceptedMessageWithEveryCode(int code) throws Exception {
        if (code == 0) {
            return; // a fault of code 0 is one without a code
        }
        customerWrites("Oi");
        fault("{\"kind\":\"status-failed\",\"code\":%d,\"phone\":\"%s\"}".formatted(code, customer));

        businessWrites("Oi");

        var error = statuses(1).get(0).path("errors").path(0);
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("title").asText()).isEqualTo(GraphErrorCodes.title(code));
    }

    @ParameterizedTest
    @CsvSource({"http-502,502,0", "http-503,503,0", "token-expired,401,190", "line-maintenance,500,131057"})
    void refusesWithoutAccepting(String kind, int status, int code) throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"%s\"}".formatted(kind));

        var answer = businessWrites("Bom dia");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(chat()).hasSize(1);
    }

    @Test
    void tellsAnExpiredTokenFromAWrongOne() throws Exception {
        fault("{\"kind\":\"token-expired\"}");

        assertThat(businessWrites("Oi")
                        .body()
                        .path("error")
                        .path("error_subcode")
                        .asInt())
                .isEqualTo(463);
    }

    @Test
    void cutsTheConnectionBeforeItAcceptsAnything() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"cut-before\"}");

        assertThatThrownBy(() -> businessWrites("Bom dia")).isInstanceOf(IOException.class);

        assertThat(chat()).hasSize(1);
    }

    @Test
    void losesTheAnswerOfAMessageThatAGatewayGaveUpWaitingFor() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"http-504\"}");

        assertThat(businessWrites("Bom dia").status()).isEqualTo(504);

        assertThat(words(statuses(2))).containsExactly("sent", "delivered");
    }

    @Test
    void answersWhatIsNoJson() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"garbage-answer\"}");

        assertThatThrownBy(() -> businessWrites("Bom dia")).hasMessageContaining("end-of-input");

        assertThat(chat()).hasSize(2);
    }

    @Test
    void tellsStatusesBeforeItAnswers() throws Exception {
        customerWrites("Oi");
        messages(1);
        fault("{\"kind\":\"status-before-answer\",\"delay\":\"PT2S\"}");

        var id = businessWrites("Bom dia")
                .body()
                .path("messages")
                .path(0)
                .path("id")
                .asText();

        assertThat(told("statuses"))
                .extracting(status -> status.path("id").asText())
                .contains(id);
    }

    @Test
    void refusesAReadMark() throws Exception {
        var id = customerWrites("Oi");
        fault("{\"kind\":\"receipt-error\",\"code\":131000}");
        var mark = "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\"}".formatted(id);

        assertThat(graph(mark).code()).isEqualTo(131000);
        assertThat(graph(mark).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "failed-after-sent: sent failed",
                "sent-after-failed: failed sent",
                "delivered-after-failed: sent failed delivered",
                "delivered-skipped: sent read",
                "read-before-delivered: sent read delivered",
                "unknown-status: sent teleported delivered"
            })
    void tellsStatusesInAnotherOrder(String kind, String order) throws Exception {
        customerWrites("Oi");
        messages(1);
        fault("{\"kind\":\"%s\"}".formatted(kind));

        businessWrites("Bom dia");

        var expected = order.split(" ");
        assertThat(words(statuses(expected.length))).containsExactly(expected);
    }

    @Test
    void losesStatuses() throws Exception {
        customerWrites("Oi");
        messages(1);
        fault("{\"kind\":\"statuses-lost\",\"count\":1}");

        businessWrites("um");
        businessWrites("dois");

        statuses(2);
        quiet();
        assertThat(told("statuses")).hasSize(2);
        assertThat(chat().get(1).path("status").asText()).isEqualTo("delivered");
    }

    @Test
    void gathersUpdatesIntoOneBody() throws Exception {
        quiet(); // what waits from before would count its own second
        fault("{\"kind\":\"webhook-batch\",\"delay\":\"PT5S\"}");
        for (int i = 0; i < 10; i++) {
            customerWrites("parte " + i);
        }
        messages(10);

        assertThat(value().path("messages")).hasSize(10);
    }

    @Test
    void signsWithAnotherKeyAndThenAgainWithTheRightOne() throws Exception {
        quiet();
        BUSINESS.answer(401, 1);
        fault("{\"kind\":\"wrong-signature\"}");

        customerWrites("Oi");
        messages(2);

        var user = Phone.fresh(Digits.of(customer)).userId();
        assertThat(BUSINESS.deliveries().stream()
                        .filter(delivery -> delivery.body().toString().contains(user))
                        .map(delivery ->
                                delivery.signature().equals(Signature.of(delivery.bytes(), "sandbox-app-secret"))))
                .containsExactly(false, true);
    }

    @Test
    void putsElementsOfTheWrongShapeAroundAMessage() throws Exception {
        fault("{\"kind\":\"garbage-element\"}");

        var id = customerWrites("Oi");
        messages(1);

        var elements = StreamSupport.stream(value().path("messages").spliterator(), false)
                .toList();
        assertThat(elements)
                .anyMatch(JsonNode::isNull)
                .anyMatch(JsonNode::isTextual)
                .anyMatch(JsonNode::isArray);
        assertThat(elements).anyMatch(element -> element.path("id").asText().equals(id));
    }

    @Test
    void putsUnknownFieldsForeignLinesAndErrorsBesideAMessage() throws Exception {
        fault("{\"kind\":\"unknown-field\"}");
        fault("{\"kind\":\"foreign-line\"}");
        fault("{\"kind\":\"value-errors\",\"code\":131052}");

        customerWrites("Oi");
        messages(1);

        var changes = delivery().body().path("entry").path(0).path("changes");
        assertThat(changes).anyMatch(change -> change.path("field").asText().equals("telepathy"));
        assertThat(changes)
                .anyMatch(change ->
                        change.at("/value/metadata/phone_number_id").asText().equals("999999999999999"));
        assertThat(changes).anyMatch(change -> change.at("/value/errors/0/code").asInt() == 131052);
    }

    @ParameterizedTest
    @CsvSource({"unsupported,131051", "message-unavailable,131060"})
    void handsAMessageOverAsUnsupported(String kind, int code) throws Exception {
        fault("{\"kind\":\"%s\"}".formatted(kind));

        customerWrites("Oi");

        var message = messages(1).get(0);
        assertThat(message.path("type").asText()).isEqualTo("unsupported");
        assertThat(message.at("/errors/0/code").asInt()).isEqualTo(code);
        assertThat(message.at("/unsupported/type").asText()).isEqualTo("text");
        assertThat(message.has("text")).isFalse();
    }

    @Test
    void handsOverAnUnknownTypeAndAMessageWithoutItsObject() throws Exception {
        fault("{\"kind\":\"unknown-type\"}");
        fault("{\"kind\":\"empty-message\"}");

        customerWrites("um");
        customerWrites("dois");

        var told = messages(2);
        assertThat(told.get(0).path("type").asText()).isEqualTo("hologram");
        assertThat(told.get(0).has("hologram")).isTrue();
        assertThat(told.get(1).path("type").asText()).isEqualTo("text");
        assertThat(told.get(1).has("text")).isFalse();
        assertThat(told.get(1).at("/errors/0/code").asInt()).isEqualTo(131000);
    }

    @Test
    void happensToOnePhoneOrOneLineOnly() throws Exception {
        fault("{\"kind\":\"error\",\"phone\":\"5511912345678\"}");
        fault("{\"kind\":\"error\",\"line\":\"100000000000002\"}");

        assertThat(businessWrites("Oi").status()).isEqualTo(200);
        assertThat(graph("100000000000002", text("Oi"), "Authorization", "Bearer sandbox-access-token")
                        .code())
                .isEqualTo(131000);
    }

    @Test
    void offersEveryKindAndCode() throws Exception {
        var kinds = call("GET", "/sandbox/faults/kinds", "").body().path("items");

        assertThat(kinds).hasSize(FaultKind.values().length);
        assertThat(kinds.path(0).path("group").asText()).isEqualTo("SENDING");
        assertThat(call("GET", "/sandbox/faults/codes", "").body().path("items"))
                .hasSize(codes().size());
    }
}
