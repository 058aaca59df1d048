package app.novelo.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.ai.Gesture;
import app.novelo.ai.Intent;
import app.novelo.ai.Sentiment;
import app.novelo.ai.Urgency;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalUnderstandingTest {

    private final LocalUnderstanding local = Local.UNDERSTANDING;

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {" ", "\n\t", "\u0000", "???", "مرحبا كيف حالك", "你好", "\uD800", "12345", "...", "\u202E\u200B"})
    void knowsThatItKnowsNothing(@Nullable String text) {
        var made = local.understand(text, null);

        assertThat(made.intent()).isEqualTo(Intent.OTHER.id());
        assertThat(made.confidence()).isZero();
        assertThat(made.language()).isEqualTo("und");
        assertThat(made.gesture()).isEqualTo(Gesture.CONTENT);
        assertThat(made.sentiment()).isEqualTo(Sentiment.NEUTRAL);
    }

    @Test
    void survivesRandomTextOfAnyAlphabet() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var text = random.ints(random.nextInt(300), 0, Character.MAX_VALUE)
                    .collect(StringBuilder::new, (out, unit) -> out.append((char) unit), StringBuilder::append)
                    .toString();

            assertThat(local.understand(text, "pt").confidence()).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "R$ 1.", "a@", "pedido ", "🙏", "oi ", "(11) 9", "k", "processo ", "\u0301"})
    void staysQuickOnAHundredKilobytes(String piece) {
        var text = piece.repeat(100_000 / piece.length());
        local.understand(text, null);
        var cpu = ManagementFactory.getThreadMXBean();
        long from = cpu.getCurrentThreadCpuTime();

        local.understand(text, null);

        // No measurement: what backtracks needs minutes.
        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"pt, pt", "PT, pt", "en, en", "fr, und", ",und"})
    void keepsTheKnownLanguageWhereTheTextDoesNotTell(@Nullable String known, String expected) {
        assertThat(local.understand("ok 👍", known).language()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pt, quero saber quando chega a minha encomenda",
        "en, could you tell me when my parcel arrives",
        "es, quisiera saber cuándo llega mi paquete"
    })
    void recognisesALanguageWhateverWasKnown(String language, String text) {
        assertThat(local.understand(text, null).language()).isEqualTo(language);
        assertThat(local.understand(text, "pt").language()).isEqualTo(language);
        assertThat(local.understand(text, "en").language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH, URGENTE minha loja está parada",
        "HIGH, preciso disso para ontem",
        "HIGH, está saindo fumaça da geladeira",
        "HIGH, I need it right now",
        "HIGH, lo necesito hoy mismo",
        "LOW, 'não é urgente, quando puder me manda'",
        "LOW, no rush",
        "LOW, obrigado",
        "NORMAL, qual o preço da geladeira?",
        "NORMAL, bom dia"
    })
    void feelsHowMuchAMessagePresses(Urgency urgency, String text) {
        assertThat(local.understand(text, null).urgency()).as(text).isEqualTo(urgency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vou no Procon",
                "vou colocar no Reclame Aqui",
                "reclamei no consumidor.gov.br",
                "vou ligar na Anatel",
                "abri queixa na ANS",
                "vou denunciar no Bacen",
                "meu advogado vai entrar em contato",
                "vou abrir um processo contra vocês",
                "isso vai dar processo",
                "vocês vão levar um processo",
                "processo neles",
                "vou processar vocês",
                "caí num golpe",
                "isso é fraude",
                "penso em suicídio",
                "I will talk to my lawyer",
                "los voy a demandar"
            })
    void seesTheWordsThatNeedAPerson(String text) {
        assertThat(local.understand(text, null).escalationWord()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qual o processo seletivo de vocês?",
                "como funciona o processo de troca?",
                "meu pedido está em processo de separação",
                "the answer is in the answers",
                "boa tarde"
            })
    void doesNotSeeThemWhereTheyAreNot(String text) {
        assertThat(local.understand(text, null).escalationWord()).as(text).isFalse();
    }

    @Test
    void isSureThatACourtesyIsOther() {
        var made = local.understand("bom dia!", null);

        assertThat(made.intent()).isEqualTo("other");
        assertThat(made.confidence()).isEqualTo(1);
        assertThat(made.engine()).isEqualTo("local");
        assertThat(made.engineVersion()).isNotBlank();
    }
}
