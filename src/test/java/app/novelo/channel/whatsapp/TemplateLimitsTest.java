package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta would refuse is refused before, and the field is named. */
class TemplateLimitsTest {

    private static final String IDENTITY = "'name':'visit','language':'pt_BR','category':'UTILITY'";
    private static final String TEN = "{'type':'QUICK_REPLY','text':'a'},".repeat(10);

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'body':'Bom dia.'",
                "'body':'Olá {{1}}, a visita chega {{2}} hoje.','examples':{'1':'Ana','2':'às 14h'}",
                "'body':'Olá {{name}}, chega hoje.','examples':{'name':'Ana'}",
                "'body':'Olá {{1}}, {{1}}, chega hoje.','examples':{'1':'Ana'}",
                "'body':'a\\n\\nb','footer':'c'",
                "'header':{'type':'TEXT','text':'Pedido {{1}}'},'body':'Chega.','examples':{'header.1':'77'}",
                "'header':{'type':'LOCATION'},'body':'Aqui.'",
                "'header':{'type':'IMAGE','media':'x'},'body':'Aqui.'",
                "'body':'Oi.','buttons':[{'type':'QUICK_REPLY','text':'Sim'},{'type':'QUICK_REPLY','text':'Não'},{'type':'URL','text':'Ver','value':'https://e.org/{{1}}'},{'type':'PHONE_NUMBER','text':'Ligar','value':'+551140001000'},{'type':'COPY_CODE'}],'examples':{'button.2':'a','button.4':'VERAO'}",
                "'body':'Oi.','buttons':[{'type':'URL','text':'Ver','value':'https://e.org/'},{'type':'QUICK_REPLY','text':'Sim'}]"
            })
    void takesWhatMetaTakes(String parts) {
        assertThatCode(() -> check("{" + IDENTITY + "," + parts + "}")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {} | name
            {'name':'Visita'} | name
            {'name':'visit'} | language
            {'name':'visit','language':'pt-BR'} | language
            {'name':'visit','language':'pt_BR'} | category
            {'name':'visit','language':'pt_BR','category':'SERVICE'} | category
            {'name':'visit','language':'pt_BR','category':'UTILITY','parameterFormat':'x'} | parameterFormat
            """)
    void wantsANameALanguageAndACategory(String wish, String field) {
        assertThat(refusal(wish)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'footer':'x' | body
            'body':' ' | body
            'body':'{{1}}, chega hoje cedo.','examples':{'1':'a'} | body
            'body':'Chega hoje {{1}} ','examples':{'1':'a'} | body
            'body':'Olá {{1}}{{2}} chega hoje mesmo.','examples':{'1':'a','2':'b'} | body
            'body':'Olá {{1}} {{2}} chega hoje mesmo.','examples':{'1':'a','2':'b'} | body
            'body':'Olá {{1}}, e {{2}}.','examples':{'1':'a','2':'b'} | body
            'body':'Olá {{2}}, chega hoje.','examples':{'2':'a'} | body
            'body':'Olá {{1}} e {{3}}, chegam hoje cedo.','examples':{'1':'a','3':'b'} | body
            'body':'Olá {{1}} e {{name}}, chegam hoje cedo.','examples':{'1':'a','name':'b'} | body
            'body':'Olá {{Name}}, chega hoje.','examples':{'Name':'a'} | body
            'body':'Olá {{ 1 }}, chega hoje.' | body
            'body':'Olá {{1}, chega hoje.' | body
            'body':'a\\n\\n\\nb' | body
            'body':'Olá {{1}}, chega hoje.' | examples.1
            'body':'Olá {{1}}, chega hoje.','examples':{'1':' '} | examples.1
            'body':'Olá.','examples':{'1':'a'} | examples.1
            'body':'Olá.','footer':'' | footer
            'body':'Olá.','footer':'a {{1}} b' | footer
            'body':'Olá.','footer':'a\\nb' | footer
            'body':'Olá.','header':{} | header.type
            'body':'Olá.','header':{'type':'SOUND'} | header.type
            'body':'Olá.','header':{'type':'TEXT'} | header.text
            'body':'Olá.','header':{'type':'TEXT','text':'*a*'} | header.text
            'body':'Olá.','header':{'type':'TEXT','text':'a 😀'} | header.text
            'body':'Olá.','header':{'type':'TEXT','text':'a {{1}} {{2}}'},'examples':{'header.1':'a','header.2':'a'} | header.text
            'body':'Olá.','header':{'type':'TEXT','text':'a {{1}}'} | examples.header.1
            'body':'Olá.','header':{'type':'IMAGE'} | header.media
            'body':'Olá.','header':{'type':'IMAGE','text':'a','media':'x'} | header.text
            'body':'Olá.','header':{'type':'LOCATION','media':'x'} | header.media
            'body':'Olá.','header':{'type':'TEXT','text':'a','media':'x'} | header.media
            'body':'Olá.','buttons':[null] | buttons[0]
            'body':'Olá.','buttons':[{}] | buttons[0].type
            'body':'Olá.','buttons':[{'type':'FLOW','text':'a'}] | buttons[0].type
            'body':'Olá.','buttons':[{'type':'QUICK_REPLY'}] | buttons[0].text
            'body':'Olá.','buttons':[{'type':'QUICK_REPLY','text':'12345678901234567890123456'}] | buttons[0].text
            'body':'Olá.','buttons':[{'type':'QUICK_REPLY','text':'a {{1}}'}] | buttons[0].text
            'body':'Olá.','buttons':[{'type':'QUICK_REPLY','text':'a','value':'b'}] | buttons[0].value
            'body':'Olá.','buttons':[{'type':'URL','text':'a'}] | buttons[0].value
            'body':'Olá.','buttons':[{'type':'URL','text':'a','value':'javascript:x'}] | buttons[0].value
            'body':'Olá.','buttons':[{'type':'URL','text':'a','value':'https://{{1}}/b'}] | buttons[0].value
            'body':'Olá.','buttons':[{'type':'URL','text':'a','value':'https://e.org/{{1}}'}] | examples.button.0
            'body':'Olá.','buttons':[{'type':'URL','text':'a','value':'https://e.org'},{'type':'URL','text':'b','value':'https://e.org'},{'type':'URL','text':'c','value':'https://e.org'}] | buttons[2].type
            'body':'Olá.','buttons':[{'type':'PHONE_NUMBER','text':'a','value':'x'}] | buttons[0].value
            'body':'Olá.','buttons':[{'type':'PHONE_NUMBER','text':'a','value':'+5511400010001234567890'}] | buttons[0].value
            'body':'Olá.','buttons':[{'type':'PHONE_NUMBER','text':'a','value':'+551140001000'},{'type':'PHONE_NUMBER','text':'b','value':'+551140001000'}] | buttons[1].type
            'body':'Olá.','buttons':[{'type':'COPY_CODE','text':'a'}] | buttons[0].text
            'body':'Olá.','buttons':[{'type':'COPY_CODE'}] | examples.button.0
            'body':'Olá.','buttons':[{'type':'COPY_CODE'}],'examples':{'button.0':'1234567890123456'} | examples.button.0
            'body':'Olá.','buttons':[{'type':'QUICK_REPLY','text':'a'},{'type':'COPY_CODE'},{'type':'QUICK_REPLY','text':'b'}],'examples':{'button.1':'x'} | buttons[2]
            'body':'Olá.','authentication':{} | authentication
            """)
    void namesTheFieldThatBreaksALimit(String parts, String field) {
        assertThat(refusal("{" + IDENTITY + "," + parts + "}")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"1024, true", "1025, false"})
    void countsTheBody(int characters, boolean fits) {
        var wish = "{" + IDENTITY + ",'body':'" + "é".repeat(characters) + "'}";

        if (fits) {
            assertThatCode(() -> check(wish)).doesNotThrowAnyException();
        } else {
            assertThat(refusal(wish)).isEqualTo("body");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'header':{'type':'TEXT','text':'1234567890123456789012345678901234567890123456789012345678901'},'body':'a' | header.text
            'body':'a','footer':'1234567890123456789012345678901234567890123456789012345678901' | footer
            """)
    void countsWhatStandsAboveAndBelow(String parts, String field) {
        assertThat(refusal("{" + IDENTITY + "," + parts + "}")).isEqualTo(field);
        assertThatCode(() -> check("{" + IDENTITY + "," + parts.replace("8901'", "890'") + "}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {TEN_BUTTONS})
    void takesTenButtonsAndNoMore(String more) {
        var ten = "{" + IDENTITY + ",'body':'a','buttons':[" + TEN.substring(0, TEN.length() - 1) + "%s]}";

        assertThatCode(() -> check(ten.formatted(""))).doesNotThrowAnyException();
        assertThat(refusal(ten.formatted(more))).isEqualTo("buttons");
    }

    private static final String TEN_BUTTONS = ",{'type':'QUICK_REPLY','text':'b'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'body':'a' | body
            'header':{'type':'LOCATION'} | header
            'footer':'a' | footer
            'buttons':[] | buttons
            'examples':{} | examples
            'authentication':{'expiresInMinutes':0} | authentication.expiresInMinutes
            'authentication':{'expiresInMinutes':91} | authentication.expiresInMinutes
            'authentication':{'button':'😀'} | authentication.button
            """)
    void leavesTheWordsOfACodeToMeta(String parts, String field) {
        var identity = IDENTITY.replace("UTILITY", "AUTHENTICATION");

        assertThat(refusal("{" + identity + "," + parts + "}")).isEqualTo(field);
        assertThatCode(() -> check("{" + identity + "}")).doesNotThrowAnyException();
        assertThatCode(() -> check("{" + identity
                        + ",'authentication':{'securityRecommendation':true,'expiresInMinutes':90,'button':'Copiar'}}"))
                .doesNotThrowAnyException();
    }

    private String refusal(String wish) {
        var refused = catchThrowableOfType(BadRequest.class, () -> check(wish));
        assertThat(refused).as(wish).isNotNull();
        return String.valueOf(refused.toDetail().getProperties().get("field"));
    }

    private void check(String wish) throws JsonProcessingException {
        TemplateLimits.check(json.readValue(wish.replace('\'', '"'), TemplateWish.class));
    }
}
