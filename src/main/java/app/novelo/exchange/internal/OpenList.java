package app.novelo.exchange.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list that is being read. */
final class OpenList implements AutoCloseable {

    private final CsvReader reader;
    private final CsvText text;
    private final CsvColumns columns;

    /** Users who were looked for: a list names few, and each of them often. */
    private final Map<String, Boolean> users = new HashMap<>();

    private OpenList(CsvReader reader, CsvText text, CsvColumns columns) {
        this.reader = reader;
        this.text = text;
        this.columns = columns;
    }

    /** @param position records behind the head that are passed over */
    static OpenList at(Path file, long position) throws IOException {
        var text = CsvText.of(file);
        var reader = new CsvReader(text.open(file), text.separator());
        try {
            if (text.told()) {
                reader.next();
            }
            var head = reader.next();
            if (head == null) {
                throw new FileRefused("no-head", "the list is empty");
            }
            var list = new OpenList(reader, text, CsvColumns.of(head.cells()));
            for (long passed = 0; passed < position; passed++) {
                reader.next();
            }
            return list;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    CsvReader.@Nullable Record next() throws IOException {
        return reader.next();
    }

    /** @param lookUp whether there is such a user */
    boolean isUser(String name, Predicate<String> lookUp) {
        return users.computeIfAbsent(name, lookUp::test);
    }

    CsvText text() {
        return text;
    }

    CsvColumns columns() {
        return columns;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
