package app.novelo.channel.cost;

import app.novelo.channel.cost.PriceLines.Line;
import app.novelo.channel.cost.PricesRefused.Fault;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a list of prices: all of it, or nothing with all that is wrong. */
@Component
class PriceFile {

    private static final Pattern SEMICOLONS = Pattern.compile("(?im)^[^\\n]*\\bmarket\"?\\s*;|;\\s*\"?market\\b");

    /** WhatsApp has seven; each is looked at for each line. */
    private static final int MOST_COLUMNS = 50;

    private final Markets markets;

    PriceFile(Markets markets) {
        this.markets = markets;
    }

    /**
     * @param file CSV in UTF-8; with semicolons, as some countries' spreadsheets write it, decimals may follow a comma
     * @param from from when prices hold whose line does not say so
     * @return sorted by key and first day; one that is followed by another ends the day before
     * @throws PricesRefused naming every line that is wrong
     */
    List<Price> read(byte[] file, @Nullable LocalDate from) {
        var text = text(file);
        boolean semicolons = SEMICOLONS.matcher(text).find();
        var records = records(text, semicolons ? ';' : ',');
        int head = head(records);
        var lines = new PriceLines(PriceHead.of(records.get(head)), markets, semicolons, from);
        records.subList(head + 1, records.size()).forEach(lines::read);
        var faults = new ArrayList<>(lines.faults());
        var prices = inSuccession(lines.lines(), faults);
        if (faults.isEmpty() && prices.isEmpty()) {
            throw new PricesRefused(PriceLines.lineOf(records.get(head)), "no price below the columns' names");
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new PricesRefused(faults);
        }
        return prices;
    }

    private static int head(List<CsvRecord> records) {
        int head = PriceHead.find(records);
        if (head < 0) {
            throw new PricesRefused(1, "no line at the top names the columns market and currency");
        }
        if (records.get(head).getFieldCount() > MOST_COLUMNS) {
            throw new PricesRefused(PriceLines.lineOf(records.get(head)), "more than " + MOST_COLUMNS + " columns");
        }
        return head;
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.replace("\uFEFF", "")
                    .replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .replace('\0', ' ');
        } catch (CharacterCodingException e) {
            throw new PricesRefused(1, "the file is not in UTF-8");
        }
    }

    /** What is never closed would else swallow the prices behind it. */
    private static List<CsvRecord> records(String text, char separator) {
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw new PricesRefused(1, "a quotation mark is never closed");
        }
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .build(CsvRecordHandler.of(cells -> cells.fieldModifier(FieldModifiers.STRIP)), text)
                    .stream()
                    .filter(row -> row.getFields().stream().anyMatch(cell -> !cell.isEmpty()))
                    .filter(row -> !row.getField(0).startsWith("#"))
                    .toList();
        } catch (CsvParseException e) {
            throw new PricesRefused(1, "this is no CSV");
        }
    }

    private static List<Price> inSuccession(List<Line> lines, List<Fault> faults) {
        var byKey = lines.stream()
                .collect(Collectors.groupingBy(line -> line.price().key(), LinkedHashMap::new, Collectors.toList()));
        var prices = new ArrayList<Price>();
        byKey.values().forEach(periods -> prices.addAll(inSuccessionOfOne(periods, faults)));
        return prices;
    }

    private static List<Price> inSuccessionOfOne(List<Line> periods, List<Fault> faults) {
        var sorted = periods.stream()
                .sorted(Comparator.comparing(line -> line.price().from()))
                .toList();
        var prices = new ArrayList<Price>();
        for (int i = 0; i < sorted.size(); i++) {
            var price = sorted.get(i).price();
            var next = i + 1 < sorted.size() ? sorted.get(i + 1) : null;
            if (next == null || !price.reaches(next.price())) {
                prices.add(price);
            } else if (price.until() == null
                    && price.from().isBefore(next.price().from())) {
                prices.add(price.until(next.price().from().minusDays(1)));
            } else {
                faults.add(new Fault(
                        next.number(),
                        PriceHead.FROM,
                        "the price of line " + sorted.get(i).number() + " still holds then"));
            }
        }
        return prices;
    }
}
