package app.novelo.exchange.internal;

import app.novelo.platform.NoveloSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of a list that were not taken. */
@Component
class BadRows {

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final int PAGE = 1_000;

    /** By it a spreadsheet knows UTF-8. */
    private static final String MARK = "\uFEFF";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final NoveloSettings settings;

    BadRows(JdbcTemplate jdbc, ObjectMapper json, NoveloSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
    }

    Batch of(UUID id) {
        return new Batch(id);
    }

    /** Those behind a record, before it is read anew. */
    void forget(UUID id, long behind) {
        jdbc.update("delete from exchange.bad_row where import = ? and record > ?", id, behind);
    }

    /** @param language of the reasons; null: the company's */
    void write(ImportRow row, @Nullable String language, OutputStream out) throws IOException {
        var words = words(language);
        var preview = row.preview();
        var headers =
                preview == null ? List.<String>of() : preview.path("columns").findValuesAsText("header");
        char separator = preview != null && preview.path("separator").asText().equals(";") ? ';' : ',';
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        var head = Stream.of("line", "field", "problem").map(name -> words.getString("head." + name));
        text.write(CsvWriter.record(Stream.concat(head, headers.stream()).toList(), separator));
        for (long after = 0; after >= 0; ) {
            after = page(row.id(), after, words, separator, text);
        }
        text.flush();
    }

    /** @return its last record; -1 at the end */
    private long page(UUID id, long after, ResourceBundle words, char separator, Writer text) throws IOException {
        var rows = jdbc.query(
                "select record, line, field, problem, cells from exchange.bad_row where import = ? and record > ? order by record limit ?",
                (row, n) ->
                        new Row(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)),
                id,
                after,
                PAGE);
        for (var row : rows) {
            var reason = Stream.of(Long.toString(row.line), row.field, words.getString("problem." + row.problem));
            text.write(CsvWriter.record(
                    Stream.concat(reason, json.readValue(row.cells, CELLS).stream())
                            .toList(),
                    separator));
        }
        return rows.size() < PAGE ? -1 : rows.get(PAGE - 1).record;
    }

    private ResourceBundle words(@Nullable String language) {
        var locale = language == null ? settings.language() : Locale.forLanguageTag(language);
        var known =
                List.of("pt", "es").contains(locale.getLanguage()) ? new Locale(locale.getLanguage()) : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                "i18n/imports",
                known,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private record Row(long record, long line, String field, String problem, String cells) {}

    /** Gathers bad rows of one import, to be written at once. */
    final class Batch {

        private final UUID id;
        private final List<Object[]> rows = new ArrayList<>();
        private long size;

        private Batch(UUID id) {
            this.id = id;
        }

        void add(long number, CsvReader.Record record, CustomerRow.Bad bad) {
            rows.add(new Object[] {id, number, record.line(), bad.field(), bad.problem(), cells(record.cells())});
            size++;
            if (rows.size() == PAGE) {
                write();
            }
        }

        long size() {
            return size;
        }

        void write() {
            jdbc.batchUpdate(
                    "insert into exchange.bad_row (import, record, line, field, problem, cells) values (?, ?, ?, ?, ?, ?::jsonb)",
                    rows);
            rows.clear();
        }

        private String cells(List<String> cells) {
            try {
                return json.writeValueAsString(
                        cells.stream().map(cell -> cell.replace('\0', '\uFFFD')).toList());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("cells are texts", e);
            }
        }
    }
}
