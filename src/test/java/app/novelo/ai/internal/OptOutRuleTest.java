package app.novelo.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.ai.OptOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutRuleTest {

    private static final Path CORPUS = Path.of("src/main/resources/app/novelo/ai/corpus");

    private final OptOutRule rule = new OptOutRule();

    @ParameterizedTest
    @CsvFileSource(resources = "/app/novelo/ai/optouts.csv", delimiter = ';', quoteCharacter = '\0', numLinesToSkip = 1)
    void tellsWhoWantsNoMoreFromWhoWantsSomething(String expected, String alone, @Nullable String text) {
        var found = rule.in(text);

        assertThat(found.map(OptOutRuleTest::word).orElse("no")).as(text).isEqualTo(expected);
        assertThat(found.map(optOut -> optOut.alone() ? "yes" : "no").orElse("-"))
                .as("said alone: " + text)
                .isEqualTo(alone);
    }

    private static String word(OptOut optOut) {
        if (optOut.afterAdvertising()) {
            return "after";
        }
        return optOut.scope() == OptOut.Scope.EVERYTHING ? "everything" : "advertising";
    }

    /** What the corpus' authors let people write, of all kinds of wishes: those who want no more are known one by one. */
    @Test
    void takesNobodysWishForGoodbye() {
        var taken = corpus().filter(text -> rule.in(text)
                        .filter(optOut -> !optOut.afterAdvertising())
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(corpus()).hasSizeGreaterThan(7000);
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "não me mande mais mensagem",
                        "sair",
                        "stop",
                        "unsubscribe",
                        "no me manden publicidad",
                        "please remove me from your mailing list",
                        "please take me off your list",
                        "remove me from this list",
                        "quíteme de su lista",
                        "por favor parem de me mandar propaganda",
                        "cancela minha inscrição",
                        "pare de mandar mensagem",
                        "me tira dessa lista",
                        "não quero receber mais propaganda",
                        "stop texting me",
                        "no me escriban más",
                        "para de mandar mensagem automática",
                        "quero tirar meu nome da lista",
                        "pode parar de enviar promoções",
                        "take me off the list",
                        "sáquenme de la lista");
    }

    private static Stream<String> corpus() {
        try (var files = Files.list(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList().stream()
                    .flatMap(OptOutRuleTest::lines)
                    .map(line -> line.substring(line.lastIndexOf('\t') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What drives a pattern to and fro must not hold up a lane. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pare de mandar de mandar de mandar ",
                "nao quero receber mais mais mais as os as os ",
                "no quiero recibir mas mas mas de los las ",
                "stop sending me us any more your the all ",
                "me tira meu numero da lista por favor ",
                "a ",
                "mensagem "
            })
    void isQuickWhateverTheText(String piece) {
        var text = piece.repeat(65_536 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> rule.in(text));
    }
}
