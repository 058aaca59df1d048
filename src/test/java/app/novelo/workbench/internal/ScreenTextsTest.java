package app.novelo.workbench.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our screens say the same in every language. */
class ScreenTextsTest {

    private final ScreenTexts texts = new ScreenTexts();

    @Test
    void knowsEveryTextInEveryLanguage() {
        assertThat(ownKeys("pt")).isEqualTo(ownKeys("en")).isEqualTo(ownKeys("es"));
    }

    @Test
    void explainsEveryReasonOfTheShippedTablesInEveryLanguage() {
        assertThat(keys("en", "decision.")).isEqualTo(keys("pt", "decision.")).isEqualTo(keys("es", "decision."));
    }

    @Test
    void keepsThePlacesOfValues() {
        texts.in("en").forEach((key, text) -> {
            for (var place : Set.of("{0}", "{1}")) {
                assertThat(texts.in("pt").getOrDefault(key, text).contains(place))
                        .as(key)
                        .isEqualTo(text.contains(place));
                assertThat(texts.in("es").getOrDefault(key, text).contains(place))
                        .as(key)
                        .isEqualTo(text.contains(place));
            }
        });
    }

    @Test
    void speaksEnglishToWhomItDoesNotUnderstand() {
        assertThat(texts.in("pt-BR")).isEqualTo(texts.in("pt"));
        assertThat(texts.in("de")).isEqualTo(texts.in("en"));
        assertThat(texts.in("../../secret")).isEqualTo(texts.in("en"));
    }

    /** Without the names of the models, which have a test of their own. */
    private Set<String> ownKeys(String language) {
        return texts.in(language).keySet().stream()
                .filter(
                        key -> key.matches(
                                "(filter|tab|head|queue|intent|sentiment|priority|metric|clock|window|thread|day|author|kind|status|error|write|problem|unit|card"
                                        + "|attach|build|call|choice|contact|copy|dialog|emoji|field|flow|label|line|media|message|offer|order|outcome"
                                        + "|place|product|quote|reaction|referral|system|unsupported|voice"
                                        + "|desk|refused|category|template|quality|language|lines|limit|throughput|nameStatus|payment|check|token|texts"
                                        + "|purpose|consent|customer|cost|price|start|imports"
                                        + "|people|presence|role|leave|absence|queues|strategy|misrouted|skills|sla|notice|calendars)\\..*"))
                .collect(Collectors.toSet());
    }

    private Set<String> keys(String language, String prefix) {
        return texts.in(language).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toSet());
    }
}
