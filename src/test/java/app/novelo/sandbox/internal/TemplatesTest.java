package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What becomes of templates between a business and Meta. */
class TemplatesTest extends SandboxTest {

    static final String VISIT =
            """
            {"name":"visit","language":"pt_BR","category":"UTILITY","parameter_format":"named","components":[
              {"type":"HEADER","format":"TEXT","text":"Lembrete"},
              {"type":"BODY","text":"Olá {{name}}, a visita é {{day}}, confirma?","example":{"body_text_named_params":[
                {"param_name":"name","example":"Ana"},{"param_name":"day","example":"terça"}]}},
              {"type":"FOOTER","text":"Casa Clima"},
              {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Sim"},
                {"type":"URL","text":"Detalhes","url":"https://ex.org/{{1}}","example":["https://ex.org/a"]}]}]}""";

    private Answer creates(Waba account, String body) throws Exception {
        return manage(account, "POST", account.id() + "/message_templates", body);
    }

    private String idOf(Waba account, String body) throws Exception {
        return creates(account, body).body().path("id").asText();
    }

    /** @return the id of an approved one */
    private String approved(Waba account, String body) throws Exception {
        var id = idOf(account, body);
        await(account, id, "APPROVED");
        return id;
    }

    private void await(Waba account, String id, String status) throws Exception {
        eventually(() -> read(account, id).path("status").asText(), status::equals);
    }

    private JsonNode read(Waba account, String id) {
        try {
            return manage(
                            account,
                            "GET",
                            id + "?fields=name,status,category,correct_category,previous_category,"
                                    + "components,quality_score,rejected_reason,parameter_format,language",
                            "")
                    .body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer script(String path, String body) throws Exception {
        return call("POST", "/sandbox/templates/" + path, body);
    }

    @Test
    void approvesWhatIsBroughtAndTellsOfIt() throws Exception {
        var account = newAccount();

        var answer = creates(account, VISIT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("PENDING");
        assertThat(answer.body().path("category").asText()).isEqualTo("UTILITY");
        var told = news(account, "message_template_status_update", 1).get(0);
        assertThat(told.path("event").asText()).isEqualTo("APPROVED");
        assertThat(told.path("message_template_id").isNumber()).isTrue();
        assertThat(told.path("message_template_id").asText())
                .isEqualTo(answer.body().path("id").asText());
        assertThat(answer.body().path("id").isTextual()).isTrue();
        assertThat(told.path("message_template_name").asText()).isEqualTo("visit");
        assertThat(told.path("message_template_language").asText()).isEqualTo("pt_BR");
        assertThat(told.path("message_template_category").asText()).isEqualTo("UTILITY");
        assertThat(told.path("reason").asText()).isEqualTo("NONE");
        var read = read(account, answer.body().path("id").asText());
        assertThat(read.path("status").asText()).isEqualTo("APPROVED");
        assertThat(read.path("parameter_format").asText()).isEqualTo("NAMED");
        assertThat(read.at("/quality_score/score").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void looksAtATemplateForAsLongAsTheAccountSays() throws Exception {
        var account = newAccount();
        call("PUT", "/sandbox/accounts/" + account.id(), "{\"reviewMillis\":3600000}");

        var id = idOf(account, VISIT);

        assertThat(read(account, id).path("status").asText()).isEqualTo("PENDING");
        script(id + "/status", "{\"status\":\"REJECTED\",\"reason\":\"SCAM\"}");
        assertThat(read(account, id).path("rejected_reason").asText()).isEqualTo("SCAM");
    }

    @Test
    void decidesByNameWhereTheNameAsksForIt() throws Exception {
        var account = newAccount();

        var rejected = idOf(account, VISIT.replace("\"visit\"", "\"visit_reject_scam\""));
        var waiting = idOf(account, VISIT.replace("\"visit\"", "\"visit_pending\""));
        var promotion = creates(account, VISIT.replace("\"visit\"", "\"visit_promo\""));

        await(account, rejected, "REJECTED");
        assertThat(read(account, rejected).path("rejected_reason").asText()).isEqualTo("SCAM");
        assertThat(promotion.body().path("category").asText()).isEqualTo("MARKETING");
        await(account, promotion.body().path("id").asText(), "APPROVED");
        assertThat(read(account, waiting).path("status").asText()).isEqualTo("PENDING");
        script(waiting + "/status", "{\"status\":\"APPROVED\"}");
        await(account, waiting, "APPROVED");
    }

    @Test
    void explainsWhyAFormatIsWrong() throws Exception {
        var account = newAccount();
        var sideBySide =
                "{\"name\":\"glued\",\"language\":\"en\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\","
                        + "\"text\":\"Your code {{1}}{{2}} is ready for you today.\",\"example\":{\"body_text\":[[\"a\",\"b\"]]}}]}";
        var unnamed =
                "{\"name\":\"unnamed\",\"language\":\"en\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\","
                        + "\"text\":\"Your code {{code}} is ready for you today.\",\"example\":{\"body_text\":[[\"a\"]]}}]}";

        var first = idOf(account, sideBySide);
        var second = idOf(account, unnamed);

        await(account, first, "REJECTED");
        await(account, second, "REJECTED");
        assertThat(news(account, "message_template_status_update", 2)).allSatisfy(told -> {
            assertThat(told.path("reason").asText()).isEqualTo("INVALID_FORMAT");
            assertThat(told.at("/rejection_info/reason").asText()).isNotEmpty();
            assertThat(told.at("/rejection_info/recommendation").asText()).isNotEmpty();
        });
    }

    @Test
    void listsPageByPage() throws Exception {
        var account = newAccount();
        var names = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            names.add(0, "visit_" + i);
            approved(account, VISIT.replace("\"visit\"", "\"visit_%d\"".formatted(i)));
        }

        var seen = new ArrayList<String>();
        var path = account.id() + "/message_templates?fields=name,status&limit=2";
        var page = manage(account, "GET", path, "").body();
        assertThat(page.at("/data/0").size()).isEqualTo(3);
        while (true) {
            page.path("data").forEach(item -> seen.add(item.path("name").asText()));
            if (!page.path("paging").has("next")) {
                break;
            }
            var after = page.at("/paging/cursors/after").asText();
            assertThat(page.at("/paging/next").asText()).contains("after=").contains("fields=name");
            page = manage(account, "GET", path + "&after=" + after, "").body();
        }

        assertThat(seen).isEqualTo(names);
        var back = manage(
                account,
                "GET",
                path + "&before=" + page.at("/paging/cursors/before").asText(),
                "");
        assertThat(back.body().at("/data/1/name").asText()).isEqualTo("visit_1");
        assertThat(manage(account, "GET", path + "&after=nowhere", "").code()).isEqualTo(131059);
        assertThat(manage(account, "GET", path + "&status=REJECTED", "").body().path("data"))
                .isEmpty();
        assertThat(manage(account, "GET", path + "&name=visit_3", "").body().path("data"))
                .hasSize(1);
        assertThat(manage(account, "GET", account.id() + "/message_templates?fields=colour", "")
                        .code())
                .isEqualTo(100);
    }

    @Test
    void takesAHeadersSampleByItsHandleOnly() throws Exception {
        var account = newAccount();
        var withImage = VISIT.replace(
                "{\"type\":\"HEADER\",\"format\":\"TEXT\",\"text\":\"Lembrete\"}",
                "{\"type\":\"HEADER\",\"format\":\"IMAGE\",\"example\":{\"header_handle\":[\"%s\"]}}");
        var session = manage(account, "POST", "app/uploads?file_type=image/png&file_length=3&file_name=a.png", "")
                .body()
                .path("id")
                .asText();
        var handle = manage(account, "POST", session, "abc").body().path("h").asText();

        var refusal = creates(account, withImage.formatted("4:made:up"));
        assertThat(refusal.body().at("/error/error_subcode").asInt()).isEqualTo(2494102);
        assertThat(creates(account, withImage.replace("IMAGE", "VIDEO").formatted(handle))
                        .code())
                .isEqualTo(100);

        var id = approved(account, withImage.formatted(handle));

        assertThat(read(account, id).at("/components/0/example/header_handle/0").asText())
                .startsWith("http");
    }

    @Test
    void anEditedTemplateIsLookedAtAgain() throws Exception {
        var account = newAccount();
        var id = approved(account, VISIT);

        var answer = manage(account, "POST", id, VISIT.replace("Casa Clima", "Sua Casa Clima"));

        assertThat(answer.body().path("success").asBoolean()).isTrue();
        var told = news(account, "message_template_components_update", 1).get(0);
        assertThat(told.path("message_template_footer").asText()).isEqualTo("Sua Casa Clima");
        assertThat(told.path("message_template_title").asText()).isEqualTo("Lembrete");
        assertThat(told.path("message_template_element").asText()).contains("{{name}}");
        assertThat(told.path("message_template_buttons")).hasSize(1);
        assertThat(told.at("/message_template_buttons/0/message_template_button_type")
                        .asText())
                .isEqualTo("URL");
        news(account, "message_template_status_update", 2);
        assertThat(read(account, id).at("/components/2/text").asText()).isEqualTo("Sua Casa Clima");
    }

    @Test
    void anApprovedTemplateIsEditedOnceADayAndKeepsItsCategory() throws Exception {
        var account = newAccount();
        var id = approved(account, VISIT);

        assertThat(manage(account, "POST", id, "{\"category\":\"MARKETING\"}").code())
                .isEqualTo(100);
        assertThat(manage(account, "POST", id, VISIT).status()).isEqualTo(200);
        await(account, id, "APPROVED");

        var second = manage(account, "POST", id, VISIT);
        assertThat(second.body().at("/error/error_subcode").asInt()).isEqualTo(2388039);
        assertThat(second.body().at("/error/error_user_msg").asText()).contains("24 hours");
    }

    @Test
    void aTemplateThatIsLookedAtCannotBeEdited() throws Exception {
        var account = newAccount();
        var id = idOf(account, VISIT.replace("\"visit\"", "\"visit_pending\""));

        var answer = manage(account, "POST", id, VISIT);

        assertThat(answer.body().at("/error/error_subcode").asInt()).isEqualTo(2388039);
    }

    @Test
    void deletesALanguageOrAllAndBlocksTheNameForAMonth() throws Exception {
        var account = newAccount();
        var path = account.id() + "/message_templates";
        var portuguese = approved(account, VISIT);
        var spanish = approved(account, VISIT.replace("pt_BR", "es"));
        assertThat(manage(account, "DELETE", path + "?name=other", "").code()).isEqualTo(100);

        manage(account, "DELETE", path + "?name=visit&hsm_id=" + spanish, "");
        assertThat(manage(account, "GET", spanish, "").code()).isEqualTo(100);
        assertThat(read(account, portuguese).path("status").asText()).isEqualTo("APPROVED");
        assertThat(manage(account, "DELETE", path + "?name=visit", "")
                        .body()
                        .path("success")
                        .asBoolean())
                .isTrue();

        var again = creates(account, VISIT);
        assertThat(again.body().at("/error/error_subcode").asInt()).isEqualTo(2388023);
        var events = news(account, "message_template_status_update", 4);
        assertThat(events).extracting(told -> told.path("event").asText()).contains("DELETED");
        call("POST", "/sandbox/clock", "{\"advance\":\"P31D\"}");
        assertThat(creates(account, VISIT).status()).isEqualTo(200);
    }

    @Test
    void deletesByAListOfIds() throws Exception {
        var account = newAccount();
        var one = approved(account, VISIT);
        var two = approved(account, VISIT.replace("pt_BR", "es"));

        manage(account, "DELETE", account.id() + "/message_templates?hsm_ids=%s,%s".formatted(one, two), "");

        assertThat(manage(account, "GET", account.id() + "/message_templates", "")
                        .body()
                        .path("data"))
                .isEmpty();
    }

    @Test
    void badQualityPausesTwiceAndThenDisables() throws Exception {
        var account = newAccount();
        var id = approved(account, VISIT);

        script(id + "/quality", "{\"score\":\"RED\"}");
        var told = news(account, "message_template_quality_update", 1).get(0);
        assertThat(told.path("previous_quality_score").asText()).isEqualTo("UNKNOWN");
        assertThat(told.path("new_quality_score").asText()).isEqualTo("RED");
        assertThat(lastStatus(account, 2)).isEqualTo("PAUSED FIRST_PAUSE");
        call("POST", "/sandbox/clock", "{\"advance\":\"PT3H1M\"}");
        assertThat(lastStatus(account, 3)).isEqualTo("APPROVED UNPAUSE");

        script(id + "/quality", "{\"score\":\"RED\"}");
        assertThat(lastStatus(account, 4)).isEqualTo("PAUSED SECOND_PAUSE");
        call("POST", "/sandbox/clock", "{\"advance\":\"PT6H1M\"}");
        assertThat(lastStatus(account, 5)).isEqualTo("APPROVED UNPAUSE");

        script(id + "/quality", "{\"score\":\"RED\"}");
        assertThat(lastStatus(account, 6)).isEqualTo("DISABLED DISABLED");
        assertThat(read(account, id).path("status").asText()).isEqualTo("DISABLED");
        assertThat(news(account, "message_template_status_update", 6)
                        .get(5)
                        .at("/disable_info/disable_date")
                        .asText())
                .isNotEmpty();
    }

    private String lastStatus(Waba account, int count) throws Exception {
        var told = news(account, "message_template_status_update", count).get(count - 1);
        return told.path("event").asText() + " " + told.at("/other_info/title").asText();
    }

    @Test
    void announcesAnotherCategoryADayBefore() throws Exception {
        var account = newAccount();
        var id = approved(account, VISIT);

        script(id + "/category", "{\"category\":\"MARKETING\",\"after\":\"P1D\"}");

        var notice = news(account, "template_category_update", 1).get(0);
        assertThat(notice.path("correct_category").asText()).isEqualTo("MARKETING");
        assertThat(notice.path("new_category").asText()).isEqualTo("UTILITY");
        assertThat(notice.path("category_update_timestamp").isNumber()).isTrue();
        assertThat(read(account, id).path("correct_category").asText()).isEqualTo("MARKETING");
        call("POST", "/sandbox/clock", "{\"advance\":\"P1DT1M\"}");
        var done = news(account, "template_category_update", 2).get(1);
        assertThat(done.path("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(done.path("new_category").asText()).isEqualTo("MARKETING");
        assertThat(read(account, id).path("category").asText()).isEqualTo("MARKETING");
        assertThat(read(account, id).has("correct_category")).isFalse();
    }

    @Test
    void aScriptEditsATemplateAsInWhatsAppManager() throws Exception {
        var account = newAccount();
        var made = call("POST", "/sandbox/templates?status=APPROVED&account=" + account.id(), VISIT)
                .body();
        assertThat(made.path("status").asText()).isEqualTo("APPROVED");
        var id = made.path("id").asText();

        call("PUT", "/sandbox/templates/" + id, VISIT.replace("a visita é", "sua visita será"));

        assertThat(news(account, "message_template_components_update", 1)
                        .get(0)
                        .path("message_template_element")
                        .asText())
                .contains("será");
        assertThat(call("GET", "/sandbox/templates?account=" + account.id(), "")
                        .body()
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void theCompanyHasApprovedTemplatesFromTheStart() throws Exception {
        var items = call("GET", "/sandbox/templates", "").body().path("items");

        assertThat(items)
                .filteredOn(item -> item.path("name").asText().equals("visita_confirmada"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("status").asText()).isEqualTo("APPROVED"));
        assertThat(items)
                .filteredOn(item -> item.path("name").asText().equals("codigo_acesso"))
                .singleElement()
                .satisfies(item -> assertThat(item.at("/components/0/text").asText())
                        .startsWith("Seu código de verificação é *{{1}}*."));
    }
}
