package app.novelo.exchange.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records of a list, within limits. Cells may be quoted, then they may hold separators, quotes (doubled) and lines. */
final class CsvReader implements AutoCloseable {

    /** Characters of a record: a quote that is never closed would else swallow the rest. */
    private static final int LONGEST_RECORD = 64_000;

    private static final int MOST_CELLS = 300;

    /** Of a record that is refused anyway: so far it is read to say why. */
    private static final int MOST_CELLS_READ = 100_000;

    private final CloseableIterator<CsvRecord> records;

    CsvReader(Reader text, char separator) {
        var cells = CsvRecordHandler.of(limits -> limits.fieldModifier(FieldModifiers.STRIP)
                .maxFields(MOST_CELLS_READ)
                .maxFieldSize(LONGEST_RECORD)
                .maxRecordSize(LONGEST_RECORD));
        this.records = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(cells, text)
                .iterator();
    }

    /** @param line in which it begins, from 1 */
    record Record(long line, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
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
        try {
            return records.hasNext() ? checked(records.next()) : null;
        } catch (CsvParseException e) {
            var why = e.getCause() == null ? e : e.getCause();
            throw new FileRefused("record-too-long", why.getMessage() + ": is a quote never closed?");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Record checked(CsvRecord record) {
        if (record.getFieldCount() > MOST_CELLS) {
            throw new FileRefused(
                    "too-many-columns",
                    "line " + record.getStartingLineNumber() + " has more than " + MOST_CELLS + " cells");
        }
        return new Record(record.getStartingLineNumber(), record.getFields());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
