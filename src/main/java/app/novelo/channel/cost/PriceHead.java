package app.novelo.channel.cost;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a list of prices: {@code market} and {@code currency}, then either {@code category} and {@code amount}, or
 * a column for each category, as in WhatsApp's own lists.
 */
final class PriceHead {

    static final String MARKET = "market";
    static final String CURRENCY = "currency";
    static final String CATEGORY = "category";
    static final String AMOUNT = "amount";
    static final String FROM = "valid_from";
    static final String UNTIL = "valid_until";

    private static final Set<String> NO_CATEGORY = Set.of("", MARKET, CURRENCY, CATEGORY, AMOUNT, FROM, UNTIL);

    /** WhatsApp's own lists begin with remarks. */
    private static final int HIGHEST = 30;

    private final List<String> columns;

    private PriceHead(List<String> columns) {
        this.columns = columns;
    }

    /** @return at which record the head stands; -1 if nowhere */
    static int find(List<CsvRecord> records) {
        return IntStream.range(0, Math.min(HIGHEST, records.size()))
                .filter(i -> names(records.get(i)).containsAll(List.of(MARKET, CURRENCY)))
                .findFirst()
                .orElse(-1);
    }

    static PriceHead of(CsvRecord head) {
        return new PriceHead(names(head));
    }

    private static List<String> names(CsvRecord head) {
        return head.getFields().stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))
                .toList();
    }

    /** @return columns that hold amounts, each named by its category, or {@link #AMOUNT} alone */
    List<String> amounts() {
        return isLong()
                ? List.of(AMOUNT)
                : columns.stream()
                        .filter(column -> !NO_CATEGORY.contains(column))
                        .toList();
    }

    boolean isLong() {
        return columns.contains(CATEGORY) && columns.contains(AMOUNT);
    }

    /** @return null if the column is missing, or empty in this record */
    @Nullable
    String cell(CsvRecord row, String column) {
        int place = columns.indexOf(column);
        boolean there = place >= 0 && place < row.getFieldCount();
        return there && !row.getField(place).isEmpty() ? row.getField(place) : null;
    }
}
