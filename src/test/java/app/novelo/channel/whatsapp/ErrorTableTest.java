package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.SendOutcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done about every error code, whether it comes at once or after the message was accepted. */
class ErrorTableTest {

    /** @param meaning what a refusal means, or {@code Later} and {@code attempts} at most */
    @ParameterizedTest
    @CsvFileSource(resources = "/app/novelo/channel/errors.csv", numLinesToSkip = 1)
    void readsAnAnswerByItsCode(int code, int http, String meaning, Integer attempts, String late) {
        var outcome = new GraphErrors(new ObjectMapper())
                .outcome(
                        http,
                        "{\"error\":{\"code\":%d,\"message\":\"m\"}}"
                                .formatted(code)
                                .getBytes(StandardCharsets.UTF_8));

        if (outcome instanceof SendOutcome.Later later) {
            assertThat("Later").isEqualTo(meaning);
            assertThat(later.most()).isEqualTo(attempts == null ? Integer.MAX_VALUE : attempts);
        } else {
            assertThat(((SendOutcome.Refused) outcome).reason()).hasToString(meaning);
        }
        assertThat(GraphErrors.meaning(code)).as("when it comes late").hasToString(late);
    }

    @Test
    void everyRowHasItsExample() throws IOException {
        try (var file = getClass().getResourceAsStream("/app/novelo/channel/errors.csv")) {
            var codes = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Integer.valueOf(line.split(",")[0].trim()))
                    .toList();

            assertThat(ErrorTable.ROWS)
                    .allSatisfy(row -> assertThat(codes).contains(row.from()).contains(row.to()));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCodeIsToldInPlainWords(String language) throws IOException {
        var texts = new Properties();
        try (var file = getClass().getResourceAsStream("/i18n/screens_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(ErrorTable.ROWS).allSatisfy(row -> {
            assertThat(isTold(texts, row.from())).as("error.%d", row.from()).isTrue();
            assertThat(isTold(texts, row.to())).as("error.%d", row.to()).isTrue();
        });
    }

    static Stream<Arguments> languages() {
        return Stream.of("pt", "en", "es").map(Arguments::of);
    }

    /** As the screen looks it up: {@code error.131047}, else a range such as {@code error.200-299}. */
    private static boolean isTold(Properties texts, int code) {
        return texts.stringPropertyNames().stream()
                .filter(key -> key.matches("error\\.\\d+(-\\d+)?"))
                .map(key -> key.substring("error.".length()).split("-"))
                .anyMatch(range ->
                        Integer.parseInt(range[0]) <= code && code <= Integer.parseInt(range[range.length - 1]));
    }

    @Test
    void takesMetasNullForTheRefusalOfAccessThatItIs() {
        var outcome = new GraphErrors(new ObjectMapper())
                .outcome(
                        401, "{\"error\":{\"code\":0,\"message\":\"AuthException\"}}".getBytes(StandardCharsets.UTF_8));

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(SendOutcome.Reason.LINE_STOPPED);
            assertThat(refused.error().code()).isEqualTo(190);
        });
        assertThat(GraphErrors.meaning(0)).as("no code at all").isEqualTo(SendOutcome.Reason.UNDELIVERABLE);
    }

    /** Of a code that nobody knows Meta may say itself that it will pass. */
    @Test
    void triesAgainWhatMetaCallsTransient() {
        var outcome = new GraphErrors(new ObjectMapper())
                .outcome(
                        400,
                        "{\"error\":{\"code\":999999,\"is_transient\":true,\"message\":\"m\"}}"
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Later.class, later -> assertThat(later.most())
                .isEqualTo(10));
    }
}
