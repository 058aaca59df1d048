package app.novelo.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.channel.Line;
import app.novelo.channel.LineRegister;
import app.novelo.channel.Lines;
import app.novelo.support.Agent;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers read, as managers change it. */
@RunningNovelo
class TextsTest {

    private static final String TEXTS = "/api/v1/texts";
    private static final String ENTRY = TEXTS + "/message.choose/";
    private static final Map<String, String> NOTHING = Map.of();

    @Autowired
    Agent agent;

    @Autowired
    Texts texts;

    @Autowired
    Lines lines;

    @Autowired
    LineRegister register;

    @AfterEach
    void asShipped() {
        agent.delete("marta", ENTRY + "es");
        agent.delete("marta", ENTRY + "pt");
    }

    @Test
    void showsWhatIsShippedAndWhatWasEdited() {
        assertThat(entry("", "es").path("edited").asBoolean()).isFalse();
        var shipped = entry("", "es").path("text").asText();

        var changed = agent.put("marta", ENTRY + "es", Map.of("text", "Elija aquí"));

        assertThat(changed.status()).isEqualTo(200);
        var entry = entry("", "es");
        assertThat(entry.path("text").asText()).isEqualTo("Elija aquí");
        assertThat(entry.path("shipped").asText()).isEqualTo(shipped);
        assertThat(entry.path("edited").asBoolean()).isTrue();
        assertThat(entry.path("editedBy").asText()).isEqualTo("marta");
        assertThat(entry.path("editedAt").asText()).isNotBlank();
        assertThat(texts.render("message.choose", "es", NOTHING)).isEqualTo("Elija aquí");

        assertThat(agent.delete("marta", ENTRY + "es").status()).isEqualTo(204);

        assertThat(entry("", "es").path("edited").asBoolean()).isFalse();
        assertThat(texts.render("message.choose", "es", NOTHING)).isEqualTo(shipped);
    }

    @Test
    void lineSaysItInItsOwnWordsAndOthersDoNot() {
        var line = aLine(null);
        var everybodys = texts.render("message.choose", "pt", NOTHING);

        agent.put("marta", ENTRY + "pt?line=" + line, Map.of("text", "Diga qual"));

        assertThat(texts.render("message.choose", line, "pt", NOTHING)).isEqualTo("Diga qual");
        assertThat(texts.render("message.choose", aLine(null), "pt", NOTHING)).isEqualTo(everybodys);
        assertThat(entry("?line=" + line, "pt").path("line").asText()).isEqualTo(line.toString());
        assertThat(entry("?line=" + line, "es").path("line").isNull()).isTrue();
        assertThat(entry("", "pt").path("text").asText()).isEqualTo(everybodys);

        assertThat(agent.delete("marta", ENTRY + "pt?line=" + line).status()).isEqualTo(204);
        assertThat(texts.render("message.choose", line, "pt", NOTHING)).isEqualTo(everybodys);
        assertThat(agent.delete("marta", ENTRY + "pt?line=" + line).status()).isEqualTo(404);
    }

    @Test
    void speaksTheLinesLanguageToWhomNothingIsKnownOf() {
        var spanish = aLine("es");
        var es = texts.render("message.choose", "es", NOTHING);
        var pt = texts.render("message.choose", "pt", NOTHING);
        assertThat(es).isNotEqualTo(pt);

        assertThat(texts.render("message.choose", spanish, null, NOTHING)).isEqualTo(es);
        assertThat(texts.render("message.choose", spanish, "und", NOTHING)).isEqualTo(es);
        assertThat(texts.render("message.choose", spanish, "pt-BR", NOTHING)).isEqualTo(pt);
        assertThat(texts.render("message.choose", aLine(null), null, NOTHING))
                .as("the company's")
                .isEqualTo(pt);
    }

    @Test
    void speaksALanguageThatWasNotShipped() {
        assertThat(agent.put("marta", ENTRY + "de", Map.of("text", "Auswählen")).status())
                .isEqualTo(200);
        assertThat(texts.render("message.choose", "de", NOTHING)).isEqualTo("Auswählen");

        assertThat(agent.delete("marta", ENTRY + "de").status()).isEqualTo(204);

        assertThat(texts.render("message.choose", "de", NOTHING))
                .isEqualTo(texts.render("message.choose", "pt", NOTHING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{foo}}", "{{customer_name}}", "{{1}}", "{{ }}", "{{company", "company}}", "{{customer name}}"})
    void refusesPlaceholdersThatNobodyFillsNamingThem(String unknown) {
        var answer = agent.put("marta", TEXTS + "/intake.greeting/pt", Map.of("text", "Oi, {{company}} " + unknown));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo("text");
        assertThat(answer.body().path("detail").asText())
                .contains(unknown.replace("company}}", "}}").replace("{{company", "{{"))
                .contains("customer.firstName");
        assertThat(agent.post("marta", TEXTS + "/preview", Map.of("text", unknown))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsBeforehandWhatACustomerWouldRead() {
        var text =
                Map.of("text", "Oi {{customer.firstName}}, aqui é {{ company }}: {{protocol}} para {{customer.name}}");

        var shown = agent.post("marta", TEXTS + "/preview", text);

        assertThat(shown.body().path("text").asText())
                .isEqualTo("Oi Ana, aqui é Casa Clima: T-20261127-000042 para Ana Lima");
    }

    @Test
    void refusesWhatCannotBeSaid() {
        assertThat(agent.put("marta", TEXTS + "/no.such/pt", Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.put("marta", ENTRY + "pt", Map.of("text", " ")).status())
                .isEqualTo(400);
        assertThat(agent.put("marta", ENTRY + "pt", Map.of()).status()).isEqualTo(400);
        assertThat(agent.put("marta", ENTRY + "pt", Map.of("text", "mais de vinte caracteres"))
                        .status())
                .as("it stands on a button")
                .isEqualTo(400);
        assertThat(agent.put("marta", TEXTS + "/intake.greeting/pt", Map.of("text", "x".repeat(4097)))
                        .status())
                .isEqualTo(400);
        assertThat(agent.put("marta", ENTRY + "PT", Map.of("text", "x"))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("language");
        assertThat(agent.put("marta", ENTRY + "pt?line=" + UUID.randomUUID(), Map.of("text", "x"))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("line");
    }

    @Test
    void isChangedByManagersAlone() {
        assertThat(agent.put("bruno", ENTRY + "pt", Map.of("text", "x")).status())
                .isEqualTo(404);
        assertThat(agent.delete("bruno", ENTRY + "pt").status()).isEqualTo(404);
        assertThat(agent.post("bruno", TEXTS + "/preview", Map.of("text", "x")).status())
                .isEqualTo(404);
        assertThat(agent.get("bruno", TEXTS).status()).isEqualTo(200);
    }

    @Test
    void rendersNoEntryThatDoesNotExist() {
        assertThatThrownBy(() -> texts.render("no.such", "pt", NOTHING)).isInstanceOf(IllegalArgumentException.class);
    }

    private UUID aLine(@Nullable String language) {
        var bare = lines.all().get(0);
        var line = new Line(
                UUID.randomUUID(),
                bare.channel(),
                "2" + System.nanoTime(),
                "+55 11 5000-0000",
                "7" + System.nanoTime(),
                "",
                null,
                null,
                null,
                language,
                null,
                null);
        register.add(line);
        return line.id();
    }

    private JsonNode entry(String query, String language) {
        var items = agent.get("bruno", TEXTS + query).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("key").asText().equals("message.choose")
                        && item.path("language").asText().equals(language))
                .findFirst()
                .orElseThrow();
    }
}
