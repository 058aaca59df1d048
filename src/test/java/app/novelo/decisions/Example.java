package app.novelo.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code <decision>.csv}. Columns are the inputs, then {@code rules} (several with a blank between), then the
 * outputs; an empty cell is an unknown input or an empty output. With several rules the outputs are those of the last.
 */
record Example(
        ShippedTable table, Map<String, @Nullable Object> inputs, List<String> rules, Map<String, String> outputs) {

    static Stream<Example> of(ShippedTable table) {
        List<String> lines = read(Path.of("src/test/resources/app/novelo/decisions", table + ".csv"));
        List<String> columns = cells(lines.get(0));
        return lines.stream().skip(1).map(line -> parse(table, columns, cells(line)));
    }

    /** The same example with this input unknown. */
    Map<String, @Nullable Object> without(String input) {
        Map<String, @Nullable Object> known = new HashMap<>(inputs);
        known.put(input, null);
        return known;
    }

    /** The engine leaves an empty output out. */
    Map<String, String> saidOutputs() {
        Map<String, String> said = new LinkedHashMap<>(outputs);
        said.values().removeIf(String::isEmpty);
        return said;
    }

    private static Example parse(ShippedTable table, List<String> columns, List<String> cells) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        Map<String, String> outputs = new LinkedHashMap<>();
        int rules = columns.indexOf("rules");
        IntStream.range(0, rules)
                .forEach(i -> inputs.put(columns.get(i), typed(table.inputs().get(columns.get(i)), cells.get(i))));
        IntStream.range(rules + 1, columns.size()).forEach(i -> outputs.put(columns.get(i), cells.get(i)));
        return new Example(table, inputs, List.of(cells.get(rules).split(" ")), outputs);
    }

    private static @Nullable Object typed(@Nullable String type, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type == null ? "no such input" : type) {
            case "string" -> cell;
            case "integer" -> Integer.valueOf(cell);
            case "double" -> Double.valueOf(cell);
            case "boolean" -> Boolean.valueOf(cell);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> read(Path csv) {
        try {
            return Files.readAllLines(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
