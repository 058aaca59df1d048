package app.novelo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.Content;
import app.novelo.conversation.MessageStatus;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** {@code docs/whatsapp.md} leaves nothing out, and what it calls a proof is one. */
class WhatsAppMatrixTest {

    private static final Path PAGE = Path.of("docs/whatsapp.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path RESOURCES = Path.of("src/test/resources/app/novelo/channel");
    private static final String TYPES = "InboundTypesTest";
    private static final String ERRORS = "ErrorTableTest";

    /** {@code Class.method} or {@code Class.method[case]}. */
    private static final Pattern CITED = Pattern.compile("`([A-Z]\\w*(?:Test|Scenarios))\\.(\\w+)(?:\\[([^\\]]*)])?`");

    private static final Pattern RULE = Pattern.compile("\\|(-+\\|)+");
    private static final Pattern CODES = Pattern.compile("(\\d+)(?:–(\\d+))?");

    /** The longer before what it begins with. */
    private static final List<String> BEHAVIOURS = List.of(
            "Retried a few times",
            "Retried up to ten times",
            "Retried",
            "Line stopped",
            "Window closed",
            "Opted out",
            "Template unavailable",
            "Message fails");

    private final List<Row> rows = rows();

    /** @param head the cells of its table's head */
    private record Row(int line, String section, List<String> head, List<String> cells) {

        String first() {
            return cells.get(0);
        }

        String last() {
            return cells.get(cells.size() - 1);
        }
    }

    @Test
    void noCellIsEmpty() {
        assertThat(rows).hasSizeGreaterThan(200).allSatisfy(row -> {
            assertThat(row.cells).hasSameSizeAs(row.head);
            assertThat(row.cells).allSatisfy(cell -> assertThat(cell).isNotBlank());
        });
    }

    @Test
    void everyRowNamesTheTestThatProvesIt() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.last()).containsPattern(CITED);
            assertThat(CITED.matcher(row.last()).replaceAll("")).matches("[, ]*");
        });
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        assertThat(cited()).isNotEmpty().allSatisfy(test -> {
            var source = Files.readString(fileOf(test.group(1)));
            assertThat(source).contains("void " + test.group(2) + "(");
        });
    }

    @Test
    void everyCaseThatIsNamedExists() throws IOException {
        var codes = Files.readString(RESOURCES.resolve("errors.csv"));
        assertThat(cited().filter(test -> test.group(3) != null)).allSatisfy(test -> {
            if (test.group(1).equals(TYPES)) {
                assertThat(sample(test.group(3))).exists();
            } else {
                assertThat(test.group(1)).isEqualTo(ERRORS);
                assertThat(codes).contains("\n" + test.group(3) + ",");
            }
        });
    }

    @Test
    void everySampleOfAnInboundTypeHasARow() throws IOException {
        var cited =
                cited().filter(test -> test.group(1).equals(TYPES)).map(test -> sample(String.valueOf(test.group(3))));
        try (var samples = Files.list(RESOURCES.resolve("inbound"))) {
            assertThat(cited).containsAll(samples.toList());
        }
    }

    @Test
    void everyKindOfContentHasARow() {
        var all = Arrays.stream(Content.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name);

        assertThat(all).isNotEmpty().allSatisfy(type -> assertThat(rows)
                .anyMatch(row -> row.cells.get(1).contains("content `" + type + "`")));
    }

    @Test
    void everyStatusHasARow() {
        var told = rows.stream()
                .filter(row -> row.section.equals("Statuses"))
                .map(Row::first)
                .toList();

        assertThat(MessageStatus.values())
                .allSatisfy(status -> assertThat(told).anyMatch(first -> first.startsWith("`" + status + "`")));
    }

    /** The table of codes and its behaviours, which {@code ErrorTableTest} holds against the program. */
    @ParameterizedTest
    @CsvFileSource(resources = "/app/novelo/channel/errors.csv", numLinesToSkip = 1)
    void everyErrorCodeHasARowWithItsBehaviour(int code, int http, String meaning, Integer attempts) {
        assertThat(rows.stream().filter(row -> isOf(row, code, http)))
                .singleElement()
                .satisfies(row -> assertThat(behaviour(row)).isEqualTo(words(meaning, attempts)));
    }

    private static String words(String meaning, @Nullable Integer attempts) {
        return switch (meaning) {
            case "LINE_STOPPED" -> "Line stopped";
            case "WINDOW_CLOSED" -> "Window closed";
            case "OPTED_OUT" -> "Opted out";
            case "TEMPLATE_UNAVAILABLE" -> "Template unavailable";
            case "UNDELIVERABLE" -> "Message fails";
            default -> attempts == null ? "Retried" : attempts == 3 ? "Retried a few times" : "Retried up to ten times";
        };
    }

    /** What comes before any further words. */
    private static String behaviour(Row row) {
        return BEHAVIOURS.stream()
                .filter(row.cells.get(2)::startsWith)
                .findFirst()
                .orElse(row.cells.get(2));
    }

    private static boolean isOf(Row row, int code, int http) {
        if (!row.section.equals("Errors")) {
            return false;
        }
        var codes = CODES.matcher(row.first());
        if (codes.matches()) {
            int from = Integer.parseInt(codes.group(1));
            return from <= code && code <= (codes.group(2) == null ? from : Integer.parseInt(codes.group(2)));
        }
        var status = http == 429 ? "429" : http / 100 + "xx";
        return code == 999999 && row.first().startsWith("other, HTTP " + status);
    }

    private static Stream<MatchResult> cited() throws IOException {
        return CITED.matcher(Files.readString(PAGE)).results();
    }

    private static Path fileOf(String test) throws IOException {
        try (var files = Files.walk(TESTS)) {
            var found = files.filter(file -> file.endsWith(test + ".java")).collect(toSet());
            assertThat(found).as(test).hasSize(1);
            return found.iterator().next();
        }
    }

    private static Path sample(String name) {
        return RESOURCES.resolve("inbound").resolve(name + ".json");
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var lines = lines();
        var section = "";
        var head = List.<String>of();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (i + 1 < lines.size() && RULE.matcher(lines.get(i + 1)).matches()) {
                head = cells(line);
            } else if (line.startsWith("|") && !RULE.matcher(line).matches()) {
                rows.add(new Row(i + 1, section, head, cells(line)));
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
