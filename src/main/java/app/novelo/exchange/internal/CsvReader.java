package app.novelo.exchange.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of a list, within limits. Cells may be quoted, then they may hold separators, quotes (doubled) and lines.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvReader implements AutoCloseable {

    /** Characters of a record: a quote that is never closed would else swallow the rest. */
    private static final int LONGEST_RECORD = 64_000;

    private static final int MOST_CELLS = 300;

    private final Reader text;
    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private int length;
    private long line = 1;
    private int ahead = -2;

    CsvReader(Reader text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** @param line in which it begins, from 1 */
    record Record(long line, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** @return null at the end; empty lines are no records */
    @Nullable
    Record next() throws IOException {
        for (var record = read(); record != null; record = read()) {
            if (!record.isEmpty()) {
                return record;
            }
        }
        return null;
    }

    private @Nullable Record read() throws IOException {
        if (peek() < 0) {
            return null;
        }
        length = 0;
        long begin = line;
        var cells = new ArrayList<String>();
        boolean more = true;
        while (more) {
            more = cell();
            if (cells.size() == MOST_CELLS) {
                throw new FileRefused("too-many-columns", "line " + begin + " has more than " + MOST_CELLS + " cells");
            }
            cells.add(cell.toString().strip());
        }
        return new Record(begin, cells);
    }

    /** @return whether another one follows in this record */
    private boolean cell() throws IOException {
        cell.setLength(0);
        if (peek() == '"') {
            take();
            quoted();
        }
        for (int c = take(); ; c = take()) {
            if (c < 0 || c == '\n') {
                return false;
            }
            if (c == '\r') {
                if (peek() == '\n') {
                    take();
                }
                return false;
            }
            if (c == separator) {
                return true;
            }
            append(c);
        }
    }

    private void quoted() throws IOException {
        for (int c = take(); c >= 0; c = take()) {
            if (c == '"' && peek() != '"') {
                return;
            }
            if (c == '"') {
                take();
            }
            append(c);
        }
    }

    private void append(int c) {
        cell.append((char) c);
        if (++length > LONGEST_RECORD) {
            throw new FileRefused(
                    "record-too-long", "the record before line " + line + " is too long: is a quote never closed?");
        }
    }

    private int peek() throws IOException {
        if (ahead == -2) {
            ahead = text.read();
        }
        return ahead;
    }

    private int take() throws IOException {
        int c = peek();
        ahead = -2;
        if (c == '\n') {
            line++;
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
