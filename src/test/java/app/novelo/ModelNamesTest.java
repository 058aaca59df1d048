package app.novelo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models are English in the file; our screens show the names of {@code i18n/models_*.properties}. None is missing, none is left over. */
class ModelNamesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"pt_BR", "es"})
    void everyNameOfTheModelsIsTranslated(String language) throws IOException {
        Properties names = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/i18n/models_" + language + ".properties"))) {
            names.load(reader);
        }

        assertThat(names.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys());
        assertThat(names.values()).noneMatch(name -> name.toString().isBlank());
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        ProcessFile.all().forEach(file -> processKeys(file).forEach(keys::add));
        ProcessFile.files(".dmn").forEach(path -> reasonKeys(path).forEach(keys::add));
        ProcessFile.files(".form").forEach(path -> formKeys(path).forEach(keys::add));
        return keys;
    }

    private static Stream<String> processKeys(ProcessFile file) {
        String process = file.process().getId();
        return Stream.concat(
                Stream.of(process),
                file.elements(FlowElement.class)
                        .filter(element -> element.getName() != null)
                        .map(element -> process + "." + element.getId()));
    }

    /** The reasons that a table gives are shown beside the case. */
    private static Stream<String> reasonKeys(Path path) {
        DecisionTable table = Dmn.readModelFromFile(path.toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        int reason = table.getOutputs().stream().map(Output::getName).toList().indexOf("reason");
        return reason < 0
                ? Stream.empty()
                : table.getRules().stream()
                        .map(rule -> rule.getOutputEntries().stream().toList().get(reason))
                        .map(OutputEntry::getTextContent)
                        .map(text -> "decision." + ProcessFile.nameOf(path) + ".reason."
                                + text.replace("\"", "").strip());
    }

    private static Stream<String> formKeys(Path path) {
        String form = "form." + ProcessFile.nameOf(path);
        return elements(read(path).path("components")).flatMap(field -> {
            String key = form + "." + field.path("key").asText();
            return Stream.concat(
                    Stream.of(key),
                    elements(field.path("values"))
                            .map(value -> key + "." + value.path("value").asText()));
        });
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(Path path) {
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
