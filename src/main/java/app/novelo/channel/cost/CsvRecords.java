package app.novelo.channel.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma- or semicolon-separated values. A quoted cell may hold separators, doubled quotes and line ends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvRecords {

    /** @param line where it begins, counted from 1 */
    record CsvRecord(int line, List<String> cells) {}

    private final String text;
    private final char separator;
    private final List<CsvRecord> records = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private int line = 1;
    private int began = 1;

    private CsvRecords(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** @throws IllegalArgumentException if a quotation mark is not closed */
    static List<CsvRecord> of(String text, char separator) {
        var reader = new CsvRecords(text, separator);
        reader.read();
        return reader.records;
    }

    private void read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else {
                take(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quotation mark is never closed, in line " + began + " or below");
        }
        endRecord();
    }

    private void take(char c) {
        if (c == '\n') {
            line++;
        }
        if (quoted || c != separator && c != '\n') {
            cell.append(c);
        } else if (c == separator) {
            endCell();
        } else {
            endRecord();
        }
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endRecord() {
        endCell();
        if (cells.stream().anyMatch(text -> !text.isEmpty())) {
            records.add(new CsvRecord(began, List.copyOf(cells)));
        }
        cells = new ArrayList<>();
        began = line;
    }
}
