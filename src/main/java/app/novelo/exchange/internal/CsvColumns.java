package app.novelo.exchange.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the columns of a list are. */
record CsvColumns(List<String> headers, Map<CustomerField, Integer> fields) {

    private static final int LONGEST_HEADER = 200;

    /** The first column of a kind counts; another one of it is unknown. */
    static CsvColumns of(List<String> headers) {
        if (headers.stream().anyMatch(header -> header.length() > LONGEST_HEADER)) {
            throw new FileRefused("no-head", "the first line does not name the columns");
        }
        var fields = new EnumMap<CustomerField, Integer>(CustomerField.class);
        for (int i = 0; i < headers.size(); i++) {
            int place = i;
            CustomerField.of(CsvWriter.asItWas(headers.get(i))).ifPresent(field -> fields.putIfAbsent(field, place));
        }
        if (!fields.containsKey(CustomerField.PHONE)) {
            throw new FileRefused(
                    "no-phone-column", "no column is called phone, telefone, celular, whatsapp or the like");
        }
        return new CsvColumns(List.copyOf(headers), fields);
    }

    /** @return empty where the record has no such cell */
    String cell(CsvReader.Record record, CustomerField field) {
        var place = fields.get(field);
        return place == null || place >= record.cells().size()
                ? ""
                : CsvWriter.asItWas(record.cells().get(place)).strip();
    }

    /** @return what stands below these heads */
    Map<String, String> cells(CsvReader.Record record, List<String> heads) {
        var cells = new TreeMap<String, String>();
        for (int i = 0; i < Math.min(headers.size(), record.cells().size()); i++) {
            if (heads.contains(headers.get(i))) {
                cells.putIfAbsent(
                        headers.get(i), CsvWriter.asItWas(record.cells().get(i)).strip());
            }
        }
        return cells;
    }

    /** @return whether something stands behind the last column */
    boolean isTooLong(CsvReader.Record record) {
        return record.cells().stream().skip(headers.size()).anyMatch(cell -> !cell.isBlank());
    }

    /** @param isName whether a customer can have a field of that name */
    List<Column> shown(Predicate<String> isName) {
        var shown = new ArrayList<Column>();
        for (int i = 0; i < headers.size(); i++) {
            var word = word(i);
            shown.add(new Column(headers.get(i), word, word == null && isName.test(headers.get(i))));
        }
        return shown;
    }

    private @Nullable String word(int place) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue() == place)
                .map(entry -> entry.getKey().word())
                .findFirst()
                .orElse(null);
    }

    /**
     * @param field null: it is not imported
     * @param further it can be noted as a field of the company's own
     */
    record Column(String header, @Nullable String field, boolean further) {}
}
