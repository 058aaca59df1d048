package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.novelo.channel.Content;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.TemplateUnavailable;
import app.novelo.channel.Templates;
import app.novelo.channel.Templates.Filled;
import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a template, and what of it reaches Meta. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one database
class WhatsAppTemplatesTest {

    private static final String NAMED =
            "{'id':'7','name':'x','language':'pt_BR','status':'APPROVED','category':'UTILITY','parameter_format':'NAMED','components':[{'type':'BODY','text':'%s'}]}";
    private static final String WHOLE =
            """
            [{'type':'HEADER','format':'TEXT','text':'Pedido {{1}}'},{'type':'BODY','text':'Olá {{2}}, chega {{1}}!'},
             {'type':'FOOTER','text':'Casa Clima'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Sim'},
              {'type':'URL','text':'Ver','url':'https://e.org/{{1}}'},{'type':'COPY_CODE','text':'Copiar'},
              {'type':'PHONE_NUMBER','text':'Ligar','phone_number':'+551140001000'}]}]""";
    private static final String CODE =
            "[{'type':'BODY','text':'*{{1}}* é o seu código.'},{'type':'BUTTONS','buttons':[{'type':'URL','text':'Copiar','url':'https://www.whatsapp.com/otp/code/?code=otp{{1}}'}]}]";

    private final TemplateTables tables = new TemplateTables();
    private final WhatsAppTemplates templates = new WhatsAppTemplates(tables.copies, tables.wanted);

    WhatsAppTemplatesTest() throws IOException {}

    @BeforeEach
    void empty() {
        tables.empty();
    }

    private Filled fill(Map<String, String> values) {
        return templates.fill(TemplateTables.LINE, Templates.asked("x", "pt_BR", values, null));
    }

    private String refusal(Map<String, String> values) {
        var refused = catchThrowableOfType(BadRequest.class, () -> fill(values));
        return String.valueOf(refused.toDetail().getProperties().get("field"));
    }

    @Test
    void isReadAsTheCustomerWillReadIt() {
        tables.approved("UTILITY", WHOLE);

        var filled =
                fill(Map.of("header.1", "77", "1", "terça\n", "2", "Ana", "button.1", "a/77", "button.2", "VERAO"));

        assertThat(filled.text()).isEqualTo("Olá Ana, chega terça!");
        assertThat(filled.file()).isNull();
        assertThat(filled.content())
                .isEqualTo(new Content.Template(
                        "x",
                        "pt_BR",
                        "UTILITY",
                        Map.of("header.1", "77", "1", "terça", "2", "Ana", "button.1", "a/77", "button.2", "VERAO"),
                        new Content.Header("Pedido 77", null),
                        "Casa Clima",
                        List.of(
                                new Content.TemplateButton("QUICK_REPLY", "Sim", null),
                                new Content.TemplateButton("URL", "Ver", "https://e.org/a/77"),
                                new Content.TemplateButton("COPY_CODE", "Copiar", "VERAO"),
                                new Content.TemplateButton("PHONE_NUMBER", "Ligar", "+551140001000"))));
    }

    @Test
    void reachesMetaAsTheValuesOfItsParts() {
        tables.approved("UTILITY", WHOLE);
        var filled = fill(Map.of("header.1", "77", "1", "terça", "2", "Ana", "button.1", "a/77", "button.2", "VERAO"));

        assertThat(body(filled.content(), null))
                .isEqualTo(
                        tables.read(
                                """
                                {'name':'x','language':{'code':'pt_BR'},'components':[
                                 {'type':'header','parameters':[{'type':'text','text':'77'}]},
                                 {'type':'body','parameters':[{'type':'text','text':'terça'},{'type':'text','text':'Ana'}]},
                                 {'type':'button','sub_type':'url','index':'1','parameters':[{'type':'text','text':'a/77'}]},
                                 {'type':'button','sub_type':'copy_code','index':'2','parameters':[{'type':'coupon_code','coupon_code':'VERAO'}]}]}"""));
    }

    @Test
    void sendsTenNumbersInTheirOrder() {
        tables.approved(
                "UTILITY",
                "[{'type':'BODY','text':'a {{1}} b {{2}} c {{3}} d {{4}} e {{5}} f {{6}} g {{7}} h {{8}} i {{9}} j {{10}} k'}]");
        var values = new LinkedHashMap<String, String>();
        for (int i = 10; i > 0; i--) {
            values.put(String.valueOf(i), "v" + i);
        }

        var parameters = body(fill(values).content(), null).at("/components/0/parameters");

        assertThat(parameters).hasSize(10);
        assertThat(parameters.path(1).path("text").asText()).isEqualTo("v2");
        assertThat(parameters.path(9).path("text").asText()).isEqualTo("v10");
    }

    @Test
    void namesTheParametersOfANamedOne() {
        tables.given(NAMED.formatted("Olá {{name}}!"));

        assertThat(body(fill(Map.of("name", "Ana")).content(), null).path("components"))
                .isEqualTo(tables.read(
                        "[{'type':'body','parameters':[{'type':'text','parameter_name':'name','text':'Ana'}]}]"));
    }

    @Test
    void sendsNothingButItsNameWithoutVariables() {
        tables.approved("UTILITY", "[{'type':'BODY','text':'Bom dia.'}]");

        assertThat(body(fill(Map.of()).content(), null))
                .isEqualTo(tables.read("{'name':'x','language':{'code':'pt_BR'}}"));
    }

    @Test
    void putsACodeIntoBodyAndButton() {
        tables.approved("AUTHENTICATION", CODE);

        assertThat(body(fill(Map.of("1", "123456")).content(), null).path("components"))
                .isEqualTo(
                        tables.read(
                                """
                                [{'type':'body','parameters':[{'type':'text','text':'123456'}]},
                                 {'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'123456'}]}]"""));
        assertThat(refusal(Map.of("1", "1234567890123456"))).isEqualTo("values.1");
        assertThat(refusal(Map.of("1", "123456", "button.0", "123456"))).isEqualTo("values.button.0");
    }

    @ParameterizedTest
    @CsvSource({"IMAGE, image, image/png", "VIDEO, video, video/mp4", "DOCUMENT, document, application/pdf"})
    void putsAFileAbove(String format, String kind, String mimeType) {
        tables.approved(
                "MARKETING", "[{'type':'HEADER','format':'%s'},{'type':'BODY','text':'Veja!'}]".formatted(format));
        var id = UUID.randomUUID();

        var filled = templates.fill(TemplateTables.LINE, Templates.asked("x", "pt_BR", Map.of(), id));

        assertThat(filled.file()).isEqualTo(kind);
        assertThat(filled.content().header()).isEqualTo(new Content.Header(null, id));
        var parameter = body(filled.content(), new OutboundMessage.Media("7788", "a.bin", mimeType))
                .at("/components/0/parameters/0");
        assertThat(parameter.path("type").asText()).isEqualTo(kind);
        assertThat(parameter.path(kind).path("id").asText()).isEqualTo("7788");
        assertThat(parameter.path(kind).has("filename")).isEqualTo(kind.equals("document"));
    }

    @Test
    void putsAPlaceAbove() {
        tables.approved("UTILITY", "[{'type':'HEADER','format':'LOCATION'},{'type':'BODY','text':'Aqui!'}]");
        var values = Map.of(
                "header.latitude",
                "-23.5",
                "header.longitude",
                "-46.6",
                "header.name",
                "Loja",
                "header.address",
                "Rua A");

        var filled = fill(values);

        assertThat(filled.content().header()).isEqualTo(new Content.Header("Loja\nRua A", null));
        assertThat(body(filled.content(), null).at("/components/0/parameters/0/location"))
                .isEqualTo(tables.read("{'latitude':'-23.5','longitude':'-46.6','name':'Loja','address':'Rua A'}"));
        var wrong = new LinkedHashMap<>(values);
        wrong.put("header.latitude", "91");
        assertThat(refusal(wrong)).isEqualTo("values.header.latitude");
        wrong.put("header.latitude", "NaN");
        assertThat(refusal(wrong)).isEqualTo("values.header.latitude");
    }

    @Test
    void namesTheValueThatDoesNotFit() {
        tables.approved("UTILITY", WHOLE);
        var good = Map.of("header.1", "77", "1", "terça", "2", "Ana", "button.1", "a", "button.2", "V");

        assertThat(fill(good).text()).isNotEmpty();
        assertThat(refusal(without(good, "2"))).isEqualTo("values.2");
        assertThat(refusal(with(good, "2", " \n\t "))).isEqualTo("values.2");
        assertThat(refusal(with(good, "3", "x"))).isEqualTo("values.3");
        assertThat(refusal(with(good, "button.1", "a b"))).isEqualTo("values.button.1");
        assertThat(refusal(with(good, "button.2", "1234567890123456"))).isEqualTo("values.button.2");
        assertThat(refusal(with(good, "header.1", "x".repeat(61)))).isEqualTo("values.header.1");
        assertThat(refusal(with(good, "header.1", "x".repeat(60)))).isEqualTo("values");
        assertThat(refusal(with(good, "1", "x".repeat(1025)))).isEqualTo("values.1");
        assertThat(refusal(with(good, "1", "x".repeat(1024)))).isEqualTo("values");
        assertThat(refusal(with(good, "x".repeat(9000), "x"))).hasSize("values.".length() + 100);
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> values, String key) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(key);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "REJECTED", "PAUSED", "DISABLED", "DELETED", "FLAGGED", "TOMORROW"})
    void isNotSentUnlessItIsApproved(String status) {
        tables.given(NAMED.formatted("Oi {{name}}!").replace("APPROVED", status));

        var refused = catchThrowableOfType(TemplateUnavailable.class, () -> fill(Map.of("name", "Ana")));

        assertThat(refused.why()).isEqualTo("not-approved");
        assertThat(refused.toDetail().getProperties()).containsEntry("status", status);
    }

    @Test
    void isNotSentInALanguageInWhichThereIsNone() {
        tables.given(NAMED.formatted("Oi {{name}}!"));

        var refused = catchThrowableOfType(
                TemplateUnavailable.class,
                () -> templates.fill(TemplateTables.LINE, Templates.asked("x", "es", Map.of(), null)));

        assertThat(refused.why()).isEqualTo("unknown");
    }

    /** Meta's own codes of a template that is another one than ours; a value that is at fault says nothing of it. */
    @ParameterizedTest
    @CsvSource({
        "132000, outdated",
        "132001, outdated",
        "132012, outdated",
        "132015, outdated",
        "132016, outdated",
        "132005,",
        "132018,",
        "132007,",
        "131026,"
    })
    void isNotSentOnceARefusalShowsThatItIsStale(int code, @Nullable String whyNot) {
        tables.given(NAMED.formatted("Oi {{name}}!"));

        templates.refused(TemplateTables.LINE, fill(Map.of("name", "Ana")).content(), code);

        assertThat(templates
                        .find(TemplateTables.LINE, "x", "pt_BR")
                        .orElseThrow()
                        .whyNot())
                .isEqualTo(whyNot);
        assertThat(tables.wanted.states().stream().anyMatch(WantedSyncs.State::waits))
                .isEqualTo(whyNot != null);
    }

    @Test
    void isSentAgainOnceItHasBeenCompared() throws IOException {
        tables.given(NAMED.formatted("Oi {{name}}!"));
        templates.refused(TemplateTables.LINE, fill(Map.of("name", "Ana")).content(), 132001);
        try (var graph = new StubGraph()) {
            graph.answers("{'data':[" + NAMED.formatted("Oi {{name}}!") + "]}");
            tables.sync(graph).one();
        }

        assertThat(fill(Map.of("name", "Ana")).text()).isEqualTo("Oi Ana!");
    }

    /** Whatever stands in body and values: what is sent is put right, and what is read is the body with just that. */
    @Test
    void neverSendsWhatFailsAMessage() {
        var template = tables.given(NAMED.formatted("a {{1}} b {{2}}."));
        Arbitrary<String> words = Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
        var value = Arbitraries.oneOf(words, Arbitraries.of("a\nb", "a\tb", "a      b", "{{2}}", "{{1}}", "$1\\"));
        for (int i = 0; i < 300; i++) {
            var values = Map.of("1", value.sample() + "x", "2", value.sample() + "x");
            var form = new TemplateForm(
                    null,
                    TemplateText.of(words.sample() + "{{1}}" + words.sample() + "{{2}}."),
                    null,
                    List.of(),
                    List.of(new TemplateForm.Variable("1", "body", null), new TemplateForm.Variable("2", "body", null)),
                    true);

            var put = TemplateValues.of(
                    tables.given(NAMED.formatted("a {{1}} b {{2}}.").replace("'x'", "'n" + i + "'")), form, values);

            assertThat(put.values()).allSatisfy(one -> assertThat(one).doesNotContainPattern("[\\n\\t\\r]| {5}"));
            assertThat(TemplateLook.of(form, put::get).text())
                    .isEqualTo(form.body().parts().stream()
                            .map(part -> part.isPlace() ? put.get(part.text()) : part.text())
                            .reduce("", String::concat));
        }
    }

    @Test
    void isPreviewedWithWhatIsThere() {
        var form = tables.approved("UTILITY", WHOLE).form();

        var preview = TemplatePreview.of(form, Map.of("2", "Ana\n", "header.1", ""));

        assertThat(preview.text()).isEqualTo("Olá Ana, chega {{1}}!");
        assertThat(preview.header()).isEqualTo(new TemplateView.Header("TEXT", "Pedido {{1}}"));
        assertThat(preview.buttons().get(1).value()).isEqualTo("https://e.org/{{1}}");
        var refused = catchThrowableOfType(BadRequest.class, () -> TemplatePreview.of(form, Map.of("name", "x")));
        assertThat(refused.toDetail().getProperties()).containsEntry("field", "values.name");
    }

    private JsonNode body(Content.Template content, OutboundMessage.@Nullable Media media) {
        var message = new OutboundMessage(
                UUID.randomUUID(), TemplateTables.LINE, "55", null, "template", "x", content, media, null);
        var body = new GraphBodies(tables.json).of(message);
        assertThat(body.path("type").asText()).isEqualTo("template");
        return body.path("template");
    }
}
