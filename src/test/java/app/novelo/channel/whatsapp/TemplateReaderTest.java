package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.whatsapp.TemplateForm.Variable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template asks to be filled in, read from what Meta tells of it. */
class TemplateReaderTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void findsTheVariablesOfAllPartsWithTheirExamples() throws JsonProcessingException {
        var form = form(
                "UTILITY",
                """
                [{'type':'HEADER','format':'TEXT','text':'Pedido {{1}}','example':{'header_text':['77']}},
                 {'type':'BODY','text':'{{2}} vem {{1}}, {{10}}.','example':{'body_text':[['terça','Ana']]}},
                 {'type':'FOOTER','text':'Casa Clima'},
                 {'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Sim'},
                  {'type':'URL','text':'Ver','url':'https://e.org/{{1}}','example':['https://e.org/a']},
                  {'type':'COPY_CODE','example':'VERAO'},{'type':'PHONE_NUMBER','text':'Ligar','phone_number':'+551140001000'},
                  {'type':'URL','text':'Site','url':'https://e.org/'}]}]""");

        assertThat(form.variables())
                .containsExactly(
                        new Variable("header.1", "header", "77"),
                        new Variable("1", "body", "terça"),
                        new Variable("2", "body", "Ana"),
                        new Variable("10", "body", null),
                        new Variable("button.1", "button", "https://e.org/a"),
                        new Variable("button.2", "button", "VERAO"));
        assertThat(form.isFillable()).isTrue();
        assertThat(form.footer()).isEqualTo("Casa Clima");
        assertThat(form.file()).isEmpty();
    }

    @Test
    void keepsNamesInTheOrderOfTheText() throws JsonProcessingException {
        var template = MetaTemplate.read(
                        json.readTree(
                                """
                                {"id":"1","name":"x","language":"de","parameter_format":"named","components":[
                                 {"type":"BODY","text":"Hallo {{name}}, am {{day}} um {{at}}, {{name}}!","example":{
                                  "body_text_named_params":[{"param_name":"day","example":"Di"}]}}]}"""))
                .orElseThrow();

        assertThat(TemplateReader.form(template).variables())
                .containsExactly(
                        new Variable("name", "body", null),
                        new Variable("day", "body", "Di"),
                        new Variable("at", "body", null));
    }

    @Test
    void wantsAFileWhereOneStandsAbove() throws JsonProcessingException {
        var form = form("MARKETING", "[{'type':'header','format':'image'},{'type':'body','text':'Veja'}]");

        assertThat(form.file()).contains("IMAGE");
        assertThat(form.variables()).isEmpty();
        assertThat(form.isFillable()).isTrue();
    }

    @Test
    void wantsAPlaceWithAllItsParts() throws JsonProcessingException {
        var form = form("UTILITY", "[{'type':'HEADER','format':'LOCATION'},{'type':'BODY','text':'Aqui'}]");

        assertThat(form.keys()).containsExactly("header.latitude", "header.longitude", "header.name", "header.address");
    }

    /** Its button gets the same code; Meta may keep its words to itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':10},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE','text':'Copiar'}]}]",
                "[{'type':'BODY','text':'*{{1}}* é o seu código.'},{'type':'BUTTONS','buttons':[{'type':'URL','text':'Copiar','url':'https://www.whatsapp.com/otp/code/?code=otp{{1}}'}]}]"
            })
    void wantsOneCodeForAnAuthentication(String components) throws JsonProcessingException {
        var form = form("AUTHENTICATION", components);

        assertThat(form.keys()).containsExactly("1");
        assertThat(form.isFillable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "7",
                "[{'type':'BODY','text':'a'},{'type':'CAROUSEL'}]",
                "[{'type':'BODY','text':'a'},{'type':'BUTTONS','buttons':[{'type':'FLOW','text':'Abrir'}]}]",
                "[{'type':'BODY','text':'a'},{'type':'HEADER','format':'PRODUCT'}]",
                "[{'type':'HEADER'},null,[],{'type':7}]"
            })
    void doesNotOfferWhatItCannotFillIn(String components) throws JsonProcessingException {
        assertThat(form("MARKETING", components).isFillable()).isFalse();
    }

    private TemplateForm form(String category, String components) throws JsonProcessingException {
        var told = json.createObjectNode()
                .put("id", "1")
                .put("name", "x")
                .put("language", "pt_BR")
                .put("category", category);
        told.set("components", json.readTree(components.replace('\'', '"')));
        return TemplateReader.form(MetaTemplate.read(told).orElseThrow());
    }
}
