package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several numbers of the company, and what a customer does besides writing. */
class LinesAndActsTest extends SandboxTest {

    private static final String SECOND = "100000000000002";

    private Answer writesTo(String line, String message) throws Exception {
        return call("POST", "/sandbox/phones/%s/messages?line=%s".formatted(customer, line), message);
    }

    private List<JsonNode> calls() {
        var user = Phone.fresh(Digits.of(customer)).userId();
        return BUSINESS.all("calls").stream()
                .filter(call -> call.path("from_user_id").asText().equals(user))
                .toList();
    }

    @Test
    void hasTwoLinesAndTakesMore() throws Exception {
        var lines = call("GET", "/sandbox/lines", "").body().path("items");
        assertThat(lines.path(0).path("id").asText()).isEqualTo("100000000000001");
        assertThat(lines.path(1).path("id").asText()).isEqualTo(SECOND);

        var added = call("POST", "/sandbox/lines", "{\"display\":\"+49 30 900000\"}");

        assertThat(added.status()).isEqualTo(201);
        var id = added.body().path("id").asText();
        assertThat(graph(id, text("Oi"), "Authorization", "Bearer sandbox-access-token")
                        .status())
                .isEqualTo(200);
        assertThat(call("POST", "/sandbox/lines", "{\"display\":\"abc\"}").status())
                .isEqualTo(400);
    }

    @Test
    void keepsTheChatsWithEachLineApart() throws Exception {
        customerWrites("à primeira");
        writesTo(SECOND, "{\"type\":\"text\",\"text\":{\"body\":\"à segunda\"}}");
        messages(2);

        var second = call("GET", "/sandbox/phones/%s/messages?line=%s".formatted(customer, SECOND), "")
                .body()
                .path("items");
        assertThat(second).hasSize(1);
        assertThat(second.path(0).path("line").asText()).isEqualTo(SECOND);
        assertThat(chat()).hasSize(2);
        assertThat(BUSINESS.values())
                .anyMatch(value -> value.at("/metadata/phone_number_id")
                                .asText()
                                .equals(SECOND)
                        && value.at("/metadata/display_phone_number").asText().equals("551140002000")
                        && value.at("/messages/0/text/body").asText().equals("à segunda"));
    }

    @Test
    void opensTheWindowOfTheLineThatWasWrittenToAlone() throws Exception {
        customerWrites("Oi");
        messages(1);

        graph(SECOND, text("Oi"), "Authorization", "Bearer sandbox-access-token");

        assertThat(statuses(1).get(0).at("/errors/0/code").asInt()).isEqualTo(131047);
    }

    @Test
    void refusesAnUnknownLine() throws Exception {
        assertThat(writesTo("42", "{\"type\":\"text\",\"text\":{\"body\":\"a\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aReadMarkOfAnotherLineIsRefused() throws Exception {
        var id = customerWrites("Oi");

        var mark = "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\"}".formatted(id);

        assertThat(graph(SECOND, mark, "Authorization", "Bearer sandbox-access-token")
                        .code())
                .isEqualTo(131009);
    }

    @Test
    void aMissedCallRingsAndEndsAndOpensTheWindow() throws Exception {
        call("POST", "/sandbox/phones/%s/calls".formatted(customer), "{\"outcome\":\"missed\"}");

        var calls = eventually(this::calls, seen -> seen.size() >= 2);
        assertThat(calls).extracting(call -> call.path("event").asText()).containsExactly("connect", "terminate");
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.path("id").asText()).startsWith("wacid.");
            assertThat(call.path("from").asText()).isEqualTo(customer);
            assertThat(call.path("direction").asText()).isEqualTo("USER_INITIATED");
        });
        assertThat(calls.get(1).path("status").asText()).isEqualTo("FAILED");
        assertThat(chat().get(0).path("type").asText()).isEqualTo("call");

        businessWrites("Vimos a sua ligação");
        assertThat(words(statuses(2))).containsExactly("sent", "delivered");
    }

    @Test
    void aDeclinedAndACompletedCallEndDifferently() throws Exception {
        call("POST", "/sandbox/phones/%s/calls".formatted(customer), "{\"outcome\":\"declined\"}");
        call("POST", "/sandbox/phones/%s/calls".formatted(customer), "{\"outcome\":\"completed\",\"seconds\":75}");

        var calls = eventually(this::calls, seen -> seen.size() >= 4);
        assertThat(calls)
                .filteredOn(call -> call.path("event").asText().equals("terminate"))
                .extracting(call -> call.path("status").asText(), call -> call.path("duration")
                        .asInt())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("REJECTED", 0),
                        org.assertj.core.groups.Tuple.tuple("COMPLETED", 75));
        assertThat(call("POST", "/sandbox/phones/%s/calls".formatted(customer), "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aNewNumberTakesNameAndChatAlong() throws Exception {
        call("PUT", "/sandbox/phones/" + customer, "{\"name\":\"Ana Lima\"}");
        customerWrites("Oi");
        messages(1);
        var to = customer.replaceFirst("55119", "55219");
        var before = Phone.fresh(Digits.of(customer)).userId();

        var moved =
                call("POST", "/sandbox/phones/%s/number-change".formatted(customer), "{\"to\":\"%s\"}".formatted(to));

        assertThat(moved.body().path("name").asText()).isEqualTo("Ana Lima");
        var message = messages(2).get(1);
        assertThat(message.path("type").asText()).isEqualTo("system");
        assertThat(message.at("/system/type").asText()).isEqualTo("user_changed_number");
        assertThat(message.at("/system/wa_id").asText()).isEqualTo(to);
        assertThat(message.at("/system/previous_user_id").asText()).isEqualTo(before);
        assertThat(message.at("/system/user_id").asText())
                .isEqualTo(Phone.fresh(Digits.of(to)).userId());
        assertThat(BUSINESS.values())
                .filteredOn(value -> value.at("/messages/0/id").equals(message.path("id")))
                .allMatch(value -> !value.has("contacts"));
        assertThat(call("GET", "/sandbox/phones/%s/messages".formatted(to), "")
                        .body()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void aNumberThatIsSomebodysCannotBeTaken() throws Exception {
        customerWrites("Oi");

        assertThat(call("POST", "/sandbox/phones/5511955554444/number-change", "{\"to\":\"%s\"}".formatted(customer))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCustomerGetsAnotherUserId() throws Exception {
        customerWrites("Oi");
        messages(1);

        var changed = call("POST", "/sandbox/phones/%s/user-change".formatted(customer), "");

        var message = messages(2).get(1);
        assertThat(message.at("/system/type").asText()).isEqualTo("user_changed_user_id");
        assertThat(message.at("/system/user_id").asText())
                .isEqualTo(changed.body().path("userId").asText())
                .startsWith("BR.");
    }

    @Test
    void tellsTheIdOfALinkedPortfolio() throws Exception {
        call("PUT", "/sandbox/phones/" + customer, "{\"parentUserId\":\"BR.ENT.7\"}");

        customerWrites("Oi");

        assertThat(messages(1).get(0).path("from_parent_user_id").asText()).isEqualTo("BR.ENT.7");
        assertThat(value().at("/contacts/0/parent_user_id").asText()).isEqualTo("BR.ENT.7");
    }

    @Test
    void tellsThatAVoiceNoteWasListenedTo() throws Exception {
        customerWrites("Oi");
        var answer = graph(to("\"type\":\"audio\",\"audio\":{\"link\":\"https://example.com/a.ogg\",\"voice\":true}"));
        var id = answer.body().path("messages").path(0).path("id").asText();
        statuses(2);

        call("POST", "/sandbox/phones/%s/played".formatted(customer), "{\"id\":\"%s\"}".formatted(id));
        call("POST", "/sandbox/phones/%s/played".formatted(customer), "{\"id\":\"%s\"}".formatted(id));

        assertThat(words(statuses(3))).containsExactly("sent", "delivered", "played");
        assertThat(chat().get(1).path("status").asText()).isEqualTo("played");
    }

    @Test
    void aReplyNamesTheWriterOfWhatItAnswers() throws Exception {
        customerWrites("Oi");
        var id = businessWrites("Bom dia")
                .body()
                .path("messages")
                .path(0)
                .path("id")
                .asText();

        writesTo(
                "100000000000001",
                "{\"type\":\"text\",\"text\":{\"body\":\"bom\"},\"context\":{\"id\":\"%s\"}}".formatted(id));

        assertThat(messages(2).get(1).at("/context/from").asText()).isEqualTo("551140001000");
    }

    @Test
    void explainsAMessageThatItDoesNotHandOver() throws Exception {
        writesTo("100000000000001", "{\"type\":\"unsupported\",\"unsupported\":{\"type\":\"poll_creation\"}}");

        assertThat(messages(1).get(0).at("/errors/0/code").asInt()).isEqualTo(131051);
    }

    @Test
    void handsOverAnyWebhookThatAScriptWants() throws Exception {
        call(
                "POST",
                "/sandbox/webhooks",
                "{\"field\":\"user_preferences\",\"line\":\"%s\",\"value\":{\"user_preferences\":[{\"wa_id\":\"%s\"}]}}"
                        .formatted(SECOND, customer));

        var value = eventually(
                        () -> BUSINESS.values().stream()
                                .filter(one -> one.at("/user_preferences/0/wa_id")
                                        .asText()
                                        .equals(customer))
                                .toList(),
                        seen -> !seen.isEmpty())
                .get(0);
        assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo(SECOND);
        assertThat(call("POST", "/sandbox/webhooks", "{}").status()).isEqualTo(400);
    }
}
