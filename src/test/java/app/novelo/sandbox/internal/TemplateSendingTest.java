package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates on their way to a customer. */
class TemplateSendingTest extends SandboxTest {

    private static final String NAMED = "{\"type\":\"body\",\"parameters\":["
            + "{\"type\":\"text\",\"parameter_name\":\"name\",\"text\":\"Ana\"},"
            + "{\"type\":\"text\",\"parameter_name\":\"day\",\"text\":\"terça\"}]}";
    private static final String URL = "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"1\",\"parameters\":["
            + "{\"type\":\"text\",\"text\":\"4711\"}]}";

    private static Waba account;

    /** With a named template {@code visit}, a numbered one {@code bill} and one for codes. */
    private Waba account() throws Exception {
        if (account == null) {
            account = newAccount();
            make(TemplatesTest.VISIT);
            make(
                    """
                    {"name":"bill","language":"en","category":"UTILITY","components":[
                      {"type":"HEADER","format":"DOCUMENT","example":{"header_handle":["%s"]}},
                      {"type":"BODY","text":"Your bill of {{1}} is due on {{2}}, thank you.","example":{"body_text":[["a","b"]]}}]}"""
                            .formatted(handle()));
            make(
                    """
                    {"name":"code","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"},
                      {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");
            make(
                    """
                    {"name":"coupon","language":"en","category":"MARKETING","components":[
                      {"type":"BODY","text":"Here is a coupon for you."},
                      {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":"ABC"},
                        {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+551140001000"}]}]}""");
        }
        return account;
    }

    private void make(String body) throws Exception {
        call("POST", "/sandbox/templates?status=APPROVED&account=" + account.id(), body);
    }

    private String handle() throws Exception {
        var session = manage(account, "POST", "app/uploads?file_type=application/pdf&file_length=3&file_name=a.pdf", "")
                .body()
                .path("id")
                .asText();
        return manage(account, "POST", session, "abc").body().path("h").asText();
    }

    private Answer sends(String name, String language, String... components) throws Exception {
        var template =
                "\"type\":\"template\",\"template\":{\"name\":\"%s\",\"language\":{\"code\":\"%s\"},\"components\":[%s]}"
                        .formatted(name, language, String.join(",", components));
        return graph(account().line(), to(template), account().shown());
    }

    private JsonNode onPhone() throws Exception {
        return chat().get(chat().size() - 1);
    }

    @Test
    void goesThroughWhileTheWindowIsClosedAndIsShownWithItsValues() throws Exception {
        var answer = sends("visit", "pt_BR", NAMED, URL);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/messages/0/message_status").asText()).isEqualTo("accepted");
        assertThat(words(statuses(2))).containsExactly("sent", "delivered");
        var shown = onPhone();
        assertThat(shown.path("text").asText()).isEqualTo("Olá Ana, a visita é terça, confirma?");
        var rendered = shown.at("/message/rendered");
        assertThat(rendered.at("/header/text").asText()).isEqualTo("Lembrete");
        assertThat(rendered.path("footer").asText()).isEqualTo("Casa Clima");
        assertThat(rendered.at("/buttons/0/payload").asText()).isEqualTo("Sim");
        assertThat(rendered.at("/buttons/1/url").asText()).isEqualTo("https://ex.org/4711");
    }

    @Test
    void opensNoWindow() throws Exception {
        sends("visit", "pt_BR", NAMED, URL);
        statuses(2);

        graph(account().line(), text("Oi"), account().shown());

        assertThat(statuses(3).get(2).at("/errors/0/code").asInt()).isEqualTo(131047);
    }

    @ParameterizedTest
    @CsvSource({"PENDING,132001", "REJECTED,132001", "PAUSED,132015", "DISABLED,132016"})
    void refusesOneThatIsNotApproved(String status, int code) throws Exception {
        var name = "v" + status.toLowerCase();
        account();
        var id = call(
                        "POST",
                        "/sandbox/templates?status=APPROVED&account=" + account.id(),
                        TemplatesTest.VISIT.replace("\"visit\"", "\"%s\"".formatted(name)))
                .body()
                .path("id")
                .asText();

        call("POST", "/sandbox/templates/%s/status".formatted(id), "{\"status\":\"%s\"}".formatted(status));

        assertThat(sends(name, "pt_BR", NAMED, URL).code()).isEqualTo(code);
    }

    @Test
    void refusesAnUnknownNameOrLanguage() throws Exception {
        var answer = sends("visit", "en", NAMED, URL);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(132001);
        assertThat(answer.body().at("/error/error_data/details").asText())
                .isEqualTo("template name (visit) does not exist in en");
        assertThat(sends("nothing", "en").code()).isEqualTo(132001);
        assertThat(graph(
                                account().line(),
                                to("\"type\":\"template\",\"template\":{\"name\":\"visit\"}"),
                                account().shown())
                        .code())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"type":"text","parameter_name":"name","text":"Ana"}                                                           | 132000
            {"type":"text","parameter_name":"name","text":"a"},{"type":"text","parameter_name":"name","text":"b"}          | 132000
            {"type":"text","text":"a"},{"type":"text","text":"b"}                                                          | 100
            {"type":"text","parameter_name":"name","text":"a"},{"type":"text","parameter_name":"hour","text":"b"}          | 100
            {"type":"text","parameter_name":"name","text":""},{"type":"text","parameter_name":"day","text":"b"}            | 131008
            {"type":"text","parameter_name":"name","text":7},{"type":"text","parameter_name":"day","text":"b"}             | 100
            {"type":"text","parameter_name":"name","text":"a\\nb"},{"type":"text","parameter_name":"day","text":"b"}       | 132018
            {"type":"text","parameter_name":"name","text":"a\\tb"},{"type":"text","parameter_name":"day","text":"b"}       | 132018
            {"type":"text","parameter_name":"name","text":"a     b"},{"type":"text","parameter_name":"day","text":"b"}     | 132018
            {"type":"image","parameter_name":"name","image":{"id":"1"}},{"type":"text","parameter_name":"day","text":"b"}  | 132012
            """)
    void refusesValuesThatDoNotFit(String parameters, int code) throws Exception {
        var body = "{\"type\":\"body\",\"parameters\":[%s]}".formatted(parameters);

        assertThat(sends("visit", "pt_BR", body, URL).code()).isEqualTo(code);
    }

    @Test
    void takesFourSpacesInARowAndRefusesTooLongAText() throws Exception {
        assertThat(sends("visit", "pt_BR", NAMED.replace("Ana", "A    a"), URL).status())
                .isEqualTo(200);
        assertThat(sends("visit", "pt_BR", NAMED.replace("Ana", "a".repeat(1020)), URL)
                        .code())
                .isEqualTo(132005);
    }

    @Test
    void countsNumberedValues() throws Exception {
        var header = "{\"type\":\"header\",\"parameters\":[{\"type\":\"document\",\"document\":"
                + "{\"link\":\"https://ex.org/a.pdf\",\"filename\":\"a.pdf\"}}]}";
        var body =
                "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"R$ 1\"},{\"type\":\"text\",\"text\":\"10/12\"}]}";

        assertThat(sends("bill", "en", header, body).status()).isEqualTo(200);
        assertThat(onPhone().path("text").asText()).isEqualTo("Your bill of R$ 1 is due on 10/12, thank you.");
        assertThat(onPhone().at("/message/rendered/header/document/filename").asText())
                .isEqualTo("a.pdf");
        var short1 = sends("bill", "en", header, body.replace("{\"type\":\"text\",\"text\":\"R$ 1\"},", ""));
        assertThat(short1.code()).isEqualTo(132000);
        assertThat(short1.body().at("/error/error_data/details").asText())
                .isEqualTo("body: number of localizable_params (1) does not match the expected number of params (2)");
    }

    @Test
    void demandsTheFileOfItsHeader() throws Exception {
        var body =
                "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"R$ 1\"},{\"type\":\"text\",\"text\":\"10/12\"}]}";
        var image =
                "{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"link\":\"https://ex.org/a.png\"}}]}";
        var unknown = "{\"type\":\"header\",\"parameters\":[{\"type\":\"document\",\"document\":{\"id\":\"4711\"}}]}";

        var missing = sends("bill", "en", body);

        assertThat(missing.code()).isEqualTo(132012);
        assertThat(missing.body().at("/error/error_data/details").asText())
                .isEqualTo("header: Format mismatch, expected DOCUMENT, received UNKNOWN");
        assertThat(sends("bill", "en", image, body).code()).isEqualTo(132012);
        assertThat(sends("bill", "en", unknown, body).code()).isEqualTo(100);
    }

    @Test
    void demandsWhatItsButtonsNeed() throws Exception {
        assertThat(sends("visit", "pt_BR", NAMED).code()).isEqualTo(131008);
        assertThat(sends("visit", "pt_BR", NAMED, URL.replace("\"1\"", "\"5\"")).code())
                .isEqualTo(132012);
        assertThat(sends("visit", "pt_BR", NAMED, URL.replace("\"1\"", "\"0\"")).code())
                .isEqualTo(132012);
        assertThat(sends("coupon", "en").code()).isEqualTo(131008);
        var code = "{\"type\":\"button\",\"sub_type\":\"copy_code\",\"index\":0,\"parameters\":["
                + "{\"type\":\"coupon_code\",\"coupon_code\":\"%s\"}]}";
        assertThat(sends("coupon", "en", code.formatted("a".repeat(16))).code()).isEqualTo(131009);
        assertThat(sends("coupon", "en", code.formatted("CLIMA20")).status()).isEqualTo(200);
        assertThat(onPhone().at("/message/rendered/buttons/0/code").asText()).isEqualTo("CLIMA20");
    }

    @Test
    void sendsACodeToAPhoneNumberOnly() throws Exception {
        var body = "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}";
        var button =
                "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\",\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}";

        assertThat(sends("code", "en", body, button).status()).isEqualTo(200);
        assertThat(onPhone().path("text").asText()).isEqualTo("*123456* is your verification code.");
        assertThat(onPhone().at("/message/rendered/buttons/0/code").asText()).isEqualTo("123456");
        assertThat(sends("code", "en", body).code()).isEqualTo(131008);
        assertThat(sends("code", "en", body.replace("123456", "1".repeat(16)), button)
                        .code())
                .isEqualTo(131009);
        customerWrites("Oi");
        var user = messages(1).get(0).path("from_user_id").asText();
        var toUser =
                "{\"messaging_product\":\"whatsapp\",\"recipient\":\"%s\",\"type\":\"template\",\"template\":{\"name\":\"code\",\"language\":{\"code\":\"en\"},\"components\":[%s,%s]}}"
                        .formatted(user, body, button);
        assertThat(graph(account().line(), toUser, account().shown()).code()).isEqualTo(131062);
    }

    @Test
    void aPressedQuickReplyComesBackAsAButton() throws Exception {
        var payload =
                "{\"type\":\"button\",\"sub_type\":\"quick_reply\",\"index\":\"0\",\"parameters\":[{\"type\":\"payload\",\"payload\":\"confirm:4711\"}]}";
        sends("visit", "pt_BR", NAMED, payload, URL);
        var shown = onPhone();
        var button = shown.at("/message/rendered/buttons/0");
        assertThat(button.path("payload").asText()).isEqualTo("confirm:4711");

        call(
                "POST",
                "/sandbox/phones/%s/messages?line=%s"
                        .formatted(customer, account().line()),
                "{\"type\":\"button\",\"button\":{\"payload\":\"%s\",\"text\":\"Sim\"},\"context\":{\"id\":\"%s\"}}"
                        .formatted(
                                button.path("payload").asText(),
                                shown.path("id").asText()));

        var message = messages(1).get(0);
        assertThat(message.path("type").asText()).isEqualTo("button");
        assertThat(message.at("/button/payload").asText()).isEqualTo("confirm:4711");
        assertThat(message.at("/context/id").asText())
                .isEqualTo(shown.path("id").asText());
    }
}
