package app.novelo.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.ai.Gesture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GestureRulesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/app/novelo/ai/gestures.csv", delimiter = ';', numLinesToSkip = 1)
    void tellsCourtesyFromContent(String gesture, String text) {
        assertThat(GestureRules.of(PlainText.of(text)).id()).as(text).isEqualTo(gesture);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/app/novelo/ai/held-out-intents.tsv", delimiter = '\t', quoteCharacter = '\0')
    void neverTakesAWishForACourtesy(String intent, String language, String text) {
        if (!intent.equals("other") && !intent.startsWith("#")) {
            assertThat(GestureRules.of(PlainText.of("bom dia, " + text)))
                    .as(text)
                    .isEqualTo(Gesture.CONTENT);
            assertThat(GestureRules.of(PlainText.of("obrigado! " + text)))
                    .as(text)
                    .isEqualTo(Gesture.CONTENT);
        }
    }
}
