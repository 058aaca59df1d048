package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Meta does not take in as a template. */
class TemplateRefusalsTest extends SandboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Waba account;

    private Waba account() throws Exception {
        account = account == null ? newAccount() : account;
        return account;
    }

    private Answer creates(ObjectNode body) throws Exception {
        return manage(account(), "POST", account().id() + "/message_templates", body.toString());
    }

    private static ObjectNode draft(String... components) throws Exception {
        var draft = JSON.createObjectNode()
                .put("name", "t" + System.nanoTime())
                .put("language", "en")
                .put("category", "MARKETING");
        ArrayNode list = draft.putArray("components");
        for (var component : components) {
            list.add(JSON.readTree(component));
        }
        return draft;
    }

    private static int subcode(Answer answer) {
        return answer.body().path("error").path("error_subcode").asInt();
    }

    private static final String BODY = "{\"type\":\"BODY\",\"text\":\"Good news for all of us.\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"type":"BODY","text":"{{1}} is at the start of this text","example":{"body_text":[["a"]]}} | 2388299
            {"type":"BODY","text":"At the end of this text stands {{1}}","example":{"body_text":[["a"]]}} | 2388299
            {"type":"BODY","text":"Hi {{1}} and {{2}} bye","example":{"body_text":[["a","b"]]}}      | 2388293
            {"type":"BODY","text":"Your order {{1}} is on its way to you.","example":{"body_text":["a"]}} | 2388043
            {"type":"BODY","text":"Your order {{1}} is on its way to you."}                         | 2388043
            {"type":"BODY","text":"Your order {{2}} is on its way to you.","example":{"body_text":[["a"]]}} | 2388072
            {"type":"BODY","text":"Your order {{1} is on its way to you."}                          | 2388072
            {"type":"BODY","text":"One.\\n\\n\\nTwo."}                                              | 2388072
            {"type":"BODY"}                                                                         | 2388043
            {"type":"FOOTER","text":"Only a footer"}                                                | 2388072
            """)
    void refusesBodies(String component, int subcode) throws Exception {
        var answer = creates(draft(component));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(100);
        assertThat(subcode(answer)).isEqualTo(subcode);
        assertThat(answer.body().at("/error/message").asText()).isEqualTo("Invalid parameter");
        assertThat(answer.body().at("/error/error_user_title").asText()).isNotEmpty();
        assertThat(answer.body().at("/error/error_user_msg").asText()).isNotEmpty();
        assertThat(answer.body().at("/error").has("is_transient")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"type":"HEADER","format":"TEXT","text":"With *stars*"}                                  | 2388047
            {"type":"HEADER","format":"TEXT","text":"Two {{1}} and {{2}}","example":{"header_text":["a","b"]}} | 2388047
            {"type":"HEADER","format":"TEXT","text":"One {{1}}"}                                     | 2388043
            {"type":"HEADER","format":"IMAGE"}                                                       | 2388043
            {"type":"HEADER","format":"SMELL"}                                                       | 2388047
            {"type":"FOOTER","text":"For {{1}}"}                                                     | 2388073
            {"type":"BUTTONS","buttons":[]}                                                          | 2388043
            {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Longer than twenty-five characters"}]} | 2388040
            {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes {{1}}"}]}                 | 0
            {"type":"BUTTONS","buttons":[{"type":"URL","text":"Open","url":"https://ex.org/{{1}}"}]} | 2388043
            {"type":"BUTTONS","buttons":[{"type":"URL","text":"Open","url":"https://{{1}}.org/a"}]}  | 0
            {"type":"BUTTONS","buttons":[{"type":"URL","text":"a","url":"https://a.b"},{"type":"URL","text":"b","url":"https://a.b"},{"type":"URL","text":"c","url":"https://a.b"}]} | 0
            {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"a"},{"type":"URL","text":"b","url":"https://a.b"},{"type":"QUICK_REPLY","text":"c"}]} | 0
            {"type":"BUTTONS","buttons":[{"type":"PHONE_NUMBER","text":"Call","phone_number":"abc"}]} | 0
            {"type":"BUTTONS","buttons":[{"type":"COPY_CODE"}]}                                      | 2388043
            {"type":"BUTTONS","buttons":[{"type":"TELEPORT","text":"Go"}]}                           | 0
            {"type":"CAROUSEL"}                                                                      | 0
            {"type":"BODY","text":"A second body"}                                                   | 0
            """)
    void refusesWhatStandsBesideABody(String component, int subcode) throws Exception {
        var answer = creates(draft(BODY, component));

        assertThat(answer.code()).isEqualTo(100);
        assertThat(subcode(answer)).isEqualTo(subcode);
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        var text = "{\"type\":\"%s\",\"format\":\"TEXT\",\"text\":\"%s\"}";

        assertThat(subcode(creates(draft(text.formatted("BODY", "a".repeat(1025))))))
                .isEqualTo(2388040);
        assertThat(subcode(creates(draft(BODY, text.formatted("HEADER", "a".repeat(61))))))
                .isEqualTo(2388040);
        assertThat(subcode(creates(draft(BODY, text.formatted("FOOTER", "a".repeat(61))))))
                .isEqualTo(2388040);
        assertThat(creates(draft(text.formatted("BODY", "a".repeat(1024)))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "name,Visit,2388046",
        "name,,2388046",
        "language,xx,0",
        "category,TRANSACTIONAL,0",
        "parameter_format,pictures,0"
    })
    void refusesItsFrame(String field, String value, int subcode) throws Exception {
        var answer = creates(draft(BODY).put(field, value));

        assertThat(answer.code()).isEqualTo(100);
        assertThat(subcode(answer)).isEqualTo(subcode);
    }

    @Test
    void refusesTheSameNameAndLanguageAgainAndAnotherCategoryForTheSameName() throws Exception {
        var draft = draft(BODY);
        assertThat(creates(draft).status()).isEqualTo(200);

        assertThat(subcode(creates(draft))).isEqualTo(2388024);
        var other = creates(draft.deepCopy().put("language", "es").put("category", "UTILITY"));
        assertThat(other.body().at("/error/error_user_msg").asText()).startsWith("The category UTILITY doesn't match");
        assertThat(creates(draft.put("language", "es")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"type":"BODY","text":"Your code is {{1}} today"} | {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}
            {"type":"BODY"} | {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"}]}
            {"type":"BODY"} | {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"SMELL"}]}
            {"type":"BODY"} | {"type":"FOOTER","code_expiration_minutes":91}
            {"type":"BODY"} | {"type":"HEADER","format":"TEXT","text":"Code"}
            """)
    void refusesAnAuthenticationTemplateWithOtherWordsThanMetas(String body, String other) throws Exception {
        assertThat(creates(draft(body, other).put("category", "AUTHENTICATION")).code())
                .isEqualTo(100);
    }

    @Test
    void refusesTheHundredAndFirstInAnHour() throws Exception {
        var busy = newAccount();
        for (int i = 0; i < 100; i++) {
            manage(busy, "POST", busy.id() + "/message_templates", "{}");
        }

        assertThat(manage(busy, "POST", busy.id() + "/message_templates", "{}").code())
                .isEqualTo(80007);
    }
}
