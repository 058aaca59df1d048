package app.novelo;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that the code offers to models, read from its source. */
final class SourceNames {

    private static final Path SOURCES = Path.of("src/main/java/app/novelo");
    private static final Pattern DELEGATE = Pattern.compile("class (\\w+Delegate) implements JavaDelegate");
    private static final Pattern TOPIC = Pattern.compile("String topic\\(\\) \\{\\s*return \"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\"(\\w+)\"");

    private SourceNames() {}

    /** @return class by bean */
    static Map<String, String> delegates() {
        return named(DELEGATE, name -> Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    /** @return class by topic */
    static Map<String, String> topics() {
        return named(TOPIC, topic -> topic);
    }

    private static Map<String, String> named(Pattern pattern, java.util.function.UnaryOperator<String> key) {
        return ProcessFile.below(SOURCES)
                .flatMap(source -> pattern.matcher(read(source))
                        .results()
                        .map(found -> Map.entry(key.apply(found.group(1)), className(source))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** Module and class: {@code ticket.OpenTicketDelegate}. */
    private static String className(Path source) {
        return SOURCES.relativize(source).getName(0) + "." + ProcessFile.nameOf(source);
    }

    static List<String> facts() {
        return WORD.matcher(read(SOURCES.resolve("casework/internal/FactNames.java")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static List<String> texts() {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/texts/texts_pt.properties"))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().sorted().toList();
    }

    /** @return fields by form */
    static Map<String, List<String>> forms() {
        var forms = new TreeMap<String, List<String>>();
        ProcessFile.files(".form").forEach(path -> {
            var form = json(path);
            forms.put(form.path("id").asText(), keys(form.path("components")).toList());
        });
        return forms;
    }

    private static Stream<String> keys(JsonNode components) {
        var all = new ArrayList<JsonNode>();
        components.forEach(all::add);
        return all.stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.path("key").asText()).filter(key -> !key.isEmpty()),
                        keys(field.path("components"))));
    }

    private static JsonNode json(Path path) {
        try {
            return new ObjectMapper().readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
