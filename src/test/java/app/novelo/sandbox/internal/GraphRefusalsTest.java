package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Meta refuses, the stand-in refuses with the same code. */
class GraphRefusalsTest extends SandboxTest {

    @Test
    void demandsItsToken() throws Exception {
        var without = graph("100000000000001", text("Oi"));
        var wrong = graph("100000000000001", text("Oi"), "Authorization", "Bearer another");

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.code()).isEqualTo(190);
        assertThat(wrong.code()).isEqualTo(190);
        assertThat(wrong.body().path("error").path("fbtrace_id").asText()).isNotEmpty();
        assertThat(wrong.body().path("error").path("type").asText()).isEqualTo("OAuthException");
    }

    @Test
    void knowsOnlyItsOwnLine() throws Exception {
        var answer = graph("42", text("Oi"), "Authorization", "Bearer sandbox-access-token");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.body().path("error").path("error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void refusesWhatIsNoJson() throws Exception {
        assertThat(graph("{").code()).isEqualTo(100);
        assertThat(graph("").code()).isEqualTo(100);
        assertThat(graph("[]").code()).isEqualTo(100);
    }

    @Test
    void refusesToWriteToItself() throws Exception {
        var answer = graph(text("Oi").replace("+" + customer, "+551140001000"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(131021);
    }

    @Test
    void refusesARecipientThatIsNoNumberOrUser() throws Exception {
        assertThat(graph(text("Oi").replace("+" + customer, "Ana")).code()).isEqualTo(100);
        assertThat(graph("{\"messaging_product\":\"whatsapp\",\"recipient\":\"BR.1\",\"text\":{\"body\":\"a\"}}")
                        .code())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "type":"text","text":{"body":""}                                                              | 100
            "type":"text"                                                                                 | 100
            "type":"poem","poem":{}                                                                       | 100
            "type":"image","image":{"caption":"neither id nor link"}                                      | 100
            "type":"reaction","reaction":{"emoji":"x"}                                                    | 100
            "type":"interactive","interactive":{"type":"button","body":{"text":"a"},"action":{}}          | 131009
            "type":"interactive","interactive":{"type":"list","body":{"text":"a"},"action":{"button":"b"}}| 131009
            "type":"audio","audio":{"id":"1","caption":"a"}                                               | 100
            "type":"sticker","sticker":{"id":"1","caption":"a"}                                           | 100
            "type":"image","image":{"id":"1","filename":"a"}                                              | 100
            "type":"video","video":{"id":"1","voice":true}                                                | 100
            "type":"image","image":{"id":"1","link":"https://example.org/a.jpg"}                          | 100
            "type":"location","location":{"latitude":1}                                                   | 100
            "type":"location","location":{"latitude":91,"longitude":1}                                    | 131009
            "type":"location","location":{"latitude":1,"longitude":-181}                                  | 131009
            "type":"contacts","contacts":[]                                                               | 100
            "type":"contacts","contacts":[{"name":{"first_name":"A"}}]                                    | 100
            "type":"contacts","contacts":[{"name":{"formatted_name":"A"}}]                                | 131009
            "type":"reaction","reaction":{"message_id":"wamid.1","emoji":"ok"}                            | 131009
            "type":"interactive","interactive":{"type":"poem","body":{"text":"a"}}                        | 100
            "type":"interactive","interactive":{"type":"button","action":{}}                              | 100
            "type":"interactive","interactive":{"type":"button","body":{"text":"a"},"action":{"buttons":[{"reply":{"id":"a","title":"A"}}]}} | 131009
            "type":"interactive","interactive":{"type":"button","header":{"type":"text","text":""},"body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}} | 131009
            "type":"interactive","interactive":{"type":"list","header":{"type":"image"},"body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"a","title":"A"}]}]}} | 131009
            "type":"interactive","interactive":{"type":"button","header":{"type":"audio","audio":{"id":"1"}},"body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}} | 131009
            "type":"interactive","interactive":{"type":"button","header":{"type":"image"},"body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}} | 100
            "type":"interactive","interactive":{"type":"button","header":{"type":"image","image":{"id":"1"}},"body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}} | 100
            "type":"interactive","interactive":{"type":"cta_url","header":{"type":"image","image":{"id":"1","filename":"a"}},"body":{"text":"a"},"action":{"name":"cta_url","parameters":{"display_text":"a","url":"https://example.org"}}} | 100
            "type":"interactive","interactive":{"type":"list","body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[]}]}} | 131009
            "type":"interactive","interactive":{"type":"list","body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"a","title":"A"}]},{"rows":[{"id":"b","title":"B"}]}]}} | 131009
            "type":"interactive","interactive":{"type":"list","body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"a","title":"A"},{"id":"a","title":"B"}]}]}} | 131009
            "type":"interactive","interactive":{"type":"cta_url","body":{"text":"a"},"action":{"name":"cta_url","parameters":{"display_text":"a","url":"a"}}} | 131009
            "type":"interactive","interactive":{"type":"location_request_message","body":{"text":"a"},"action":{"name":"a"}} | 131009
            "type":"interactive","interactive":{"type":"request_contact_info","body":{"text":"a"},"action":{}} | 131009
            "type":"template","template":{"name":"hello","language":{"code":"pt_BR"}}                     | 132001
            """)
    void refusesWhatBreaksTheRulesOfAType(String members, int code) throws Exception {
        assertThat(graph(to(members)).code()).isEqualTo(code);
    }

    @Test
    void takesTextOf4096CharactersAndNoMore() throws Exception {
        customerWrites("Oi");

        assertThat(businessWrites("é".repeat(4096)).status()).isEqualTo(200);
        assertThat(businessWrites("é".repeat(4097)).code()).isEqualTo(100);
    }

    @Test
    void refusesButtonsWithEqualTitlesOrTooLongOnes() throws Exception {
        var buttons = "\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"Ok?\"},"
                + "\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"a\",\"title\":\"%s\"}},"
                + "{\"type\":\"reply\",\"reply\":{\"id\":\"b\",\"title\":\"%s\"}}]}}";
        customerWrites("Oi");

        assertThat(graph(to(buttons.formatted("Sim", "Não"))).status()).isEqualTo(200);
        assertThat(graph(to(buttons.formatted("Sim", "Sim"))).code()).isEqualTo(131009);
        assertThat(graph(to(buttons.formatted("Sim", "x".repeat(21)))).code()).isEqualTo(131009);
    }

    @Test
    void refusesAListOfElevenRows() throws Exception {
        var rows = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"id\":\"%d\",\"title\":\"Linha %d\"}".formatted(i, i));
        }
        var list = "\"type\":\"interactive\",\"interactive\":{\"type\":\"list\",\"body\":{\"text\":\"Escolha\"},"
                + "\"action\":{\"button\":\"Ver\",\"sections\":[{\"rows\":[" + rows + "]}]}}";

        assertThat(graph(to(list)).code()).isEqualTo(131009);
    }

    @Test
    void refusesTheFortySixthMessageInARowToOneCustomer() throws Exception {
        customerWrites("Oi");
        for (int i = 0; i < 45; i++) {
            assertThat(businessWrites("mensagem " + i).status()).isEqualTo(200);
        }

        var answer = businessWrites("uma a mais");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo(131056);
    }

    @Test
    void failsAMessageOutsideTheWindowOnlyAfterAcceptingIt() throws Exception {
        var answer = graph(to("\"type\":\"text\",\"text\":{\"body\":\"Oi\"},\"biz_opaque_callback_data\":\"our-7\""));

        assertThat(answer.status()).isEqualTo(200);
        var status = statuses(1).get(0);
        assertThat(status.path("status").asText()).isEqualTo("failed");
        assertThat(status.path("errors").path(0).path("code").asInt()).isEqualTo(131047);
        assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("our-7");
        assertThat(status.has("recipient_user_id")).isFalse();
        assertThat(chat().get(0).path("status").asText()).isEqualTo("failed");
    }

    @Test
    void closesTheWindow24HoursAfterTheCustomersLastMessage() throws Exception {
        customerWrites("Oi");
        messages(1);
        call("POST", "/sandbox/clock", "{\"advance\":\"PT23H59M\"}");
        businessWrites("ainda aberta");
        assertThat(words(statuses(2))).containsExactly("sent", "delivered");

        call("POST", "/sandbox/clock", "{\"advance\":\"PT1M\"}");
        businessWrites("fechada");

        assertThat(words(statuses(3))).endsWith("failed");
    }
}
