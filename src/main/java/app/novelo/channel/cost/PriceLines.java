package app.novelo.channel.cost;

import app.novelo.channel.cost.PricesRefused.Fault;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a list of prices and gathers what is wrong with them. */
final class PriceLines {

    /** Six digits and six decimals, as the column holds them. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern CATEGORY = Pattern.compile("[a-z_]{1,60}");

    /** How WhatsApp's lists say that there is no price. */
    private static final Set<String> NONE = Set.of("n/a", "-", "--");

    private final PriceHead head;
    private final Markets markets;
    private final boolean decimalComma;
    private final @Nullable LocalDate from;
    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param from from when prices hold whose line does not say so */
    PriceLines(PriceHead head, Markets markets, boolean decimalComma, @Nullable LocalDate from) {
        this.head = head;
        this.markets = markets;
        this.decimalComma = decimalComma;
        this.from = from;
    }

    /** @param number in the file */
    record Line(int number, Price price) {}

    List<Line> lines() {
        return lines;
    }

    static int lineOf(CsvRecord row) {
        return Math.toIntExact(row.getStartingLineNumber());
    }

    List<Fault> faults() {
        return faults;
    }

    void read(CsvRecord row) {
        int known = faults.size();
        var market = market(row);
        var currency = word(row, PriceHead.CURRENCY, CURRENCY, "three letters such as BRL");
        var since = since(row);
        var until = day(row, PriceHead.UNTIL);
        if (until != null && until.isBefore(since)) {
            fault(row, PriceHead.UNTIL, "before " + PriceHead.FROM);
        }
        var prices = new ArrayList<Line>();
        for (var column : head.amounts()) {
            var amount = amount(row, column);
            if (amount != null) {
                var price = new Price(market, category(row, column), currency, amount, since, until);
                prices.add(new Line(lineOf(row), price));
            }
        }
        if (faults.size() == known) {
            lines.addAll(prices);
        }
    }

    private String market(CsvRecord row) {
        var name = head.cell(row, PriceHead.MARKET);
        return markets.named(name == null ? "" : name).orElseGet(() -> {
            fault(
                    row,
                    PriceHead.MARKET,
                    "no market or country by that name; the rest of the world is " + Markets.OTHER);
            return "";
        });
    }

    private LocalDate since(CsvRecord row) {
        var day = day(row, PriceHead.FROM);
        if (day == null && from == null && head.cell(row, PriceHead.FROM) == null) {
            fault(row, PriceHead.FROM, "missing, and no day was given for the whole list");
        }
        return day != null ? day : from != null ? from : LocalDate.EPOCH;
    }

    private String category(CsvRecord row, String column) {
        return head.isLong()
                ? word(row, PriceHead.CATEGORY, CATEGORY, "marketing, utility, authentication, service or another word")
                : column;
    }

    private String word(CsvRecord row, String column, Pattern form, String expected) {
        var cell = head.cell(row, column);
        var word = cell == null ? "" : plain(cell, column);
        if (!form.matcher(word).matches()) {
            fault(row, column, "expected " + expected);
        }
        return word;
    }

    private static String plain(String cell, String column) {
        return column.equals(PriceHead.CATEGORY)
                ? cell.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_")
                : cell.toUpperCase(Locale.ROOT);
    }

    private @Nullable BigDecimal amount(CsvRecord row, String column) {
        var cell = head.cell(row, column);
        if (cell == null || NONE.contains(cell.toLowerCase(Locale.ROOT))) {
            return null;
        }
        var amount = decimalComma ? cell.replace(',', '.') : cell;
        if (AMOUNT.matcher(amount).matches()) {
            return new BigDecimal(amount);
        }
        fault(row, column, "no amount: digits, a point and at most six decimals");
        return null;
    }

    private @Nullable LocalDate day(CsvRecord row, String column) {
        var cell = head.cell(row, column);
        if (cell == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(cell);
            if (day.getYear() >= 2000 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        fault(row, column, "no day such as 2026-10-01");
        return null;
    }

    private void fault(CsvRecord row, String column, String problem) {
        faults.add(new Fault(lineOf(row), column, problem));
    }
}
