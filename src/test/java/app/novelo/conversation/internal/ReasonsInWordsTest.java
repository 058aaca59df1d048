package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the server gives as a reason, our screens have words for, and offer what helps. */
class ReasonsInWordsTest {

    private static final Pattern NAME = Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en", "es"})
    void everyReasonWhyAFileIsNotHere(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsAll(Arrays.stream(MediaProblem.values())
                        .map(problem -> "media.problem." + problem.word())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en", "es"})
    void everyReasonWhyAnUploadIsRefused(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsAll(Arrays.stream(RefusedFile.Reason.values())
                        .map(reason -> "attach.refused." + reason.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en", "es"})
    void everyReasonWhyAMessageIsNotLetGo(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsAll(Stream.concat(
                                Arrays.stream(Refusal.values()).map(Refusal::title),
                                Arrays.stream(TemplateReason.values()).map(TemplateReason::title))
                        .map(title -> "reason." + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en", "es"})
    void everyProblemOfTheApi(String language) throws IOException {
        var names = problems();

        assertThat(names).contains("not-your-turn", "not-stored", "too-large");
        assertThat(texts(language).stringPropertyNames())
                .containsAll(names.stream().map(name -> "problem." + name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING,,           7, false",
        "WAITING, storage,   7, false",
        "READY,,             7, false",
        "FAILED,  gone,      7, true",
        "FAILED,  expired,   7, true",
        "FAILED,  gone,       , false",
        "REFUSED, hash-mismatch, 7, true",
        "REFUSED, too-large, 7, false",
    })
    void anotherAttemptIsOfferedWhereItMayHelp(
            String state, @Nullable String problem, @Nullable String providerId, boolean fetchable) {
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("id", "1")
                .put("state", state)
                .put("problem", problem)
                .put("provider_id", providerId);

        assertThat(Objects.requireNonNull(MediaView.of(row)).fetchable()).isEqualTo(fetchable);
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/i18n/screens_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    /** Those that a screen may meet, in the sources: of the sandbox and of webhooks no screen of ours knows. */
    private static TreeSet<String> problems() throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/app/novelo"))) {
            for (var source : sources.filter(ReasonsInWordsTest::isOfOurApi).toList()) {
                var found = NAME.matcher(Files.readString(source));
                while (found.find()) {
                    names.add(found.group(1));
                }
            }
        }
        return names;
    }

    private static boolean isOfOurApi(Path source) {
        var name = source.toString();
        return name.endsWith(".java") && !name.contains("sandbox") && !name.contains("Webhook");
    }
}
