package app.novelo.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.novelo.channel.cost.PricesRefused.Fault;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** A list of prices is taken as a whole, or refused with every line that is wrong. */
class PriceFileTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private final PriceFile file = new PriceFile(new Markets());

    @Test
    void readsALineForEachPrice() {
        var prices = read(
                """
                market,category,currency,amount,valid_from,valid_until
                Brazil,marketing,BRL,0.3125,2026-10-01,
                brazil,Authentication-International,brl,0.04,2026-10-01,2026-12-31

                # a remark
                Other,utility,BRL,0.000001,2027-01-01,
                """);

        assertThat(prices)
                .containsExactlyInAnyOrder(
                        price("Brazil", "marketing", "0.3125", "2026-10-01", null),
                        price("Brazil", "authentication_international", "0.04", "2026-10-01", "2026-12-31"),
                        price("Other", "utility", "0.000001", "2027-01-01", null));
    }

    /** Remarks above, a column for each category, and "n/a" where there is no price. */
    @Test
    void readsAListAsWhatsAppPublishesIt() {
        var prices = file.read(
                bytes("\uFEFF\"WhatsApp Business Platform\nRates, \"\"BRL\"\"\",,,,,,\r\n"
                        + "Market,Currency,Marketing,Utility,Authentication,Authentication-International,Service\r\n"
                        + "Brazil,BRL,0.3125,0.034,0.034,n/a,0.034\r\n"
                        + "\"Rest of Central & Eastern Europe\",BRL,0.4,0.1,0.1,n/a,n/a\r\n"),
                OCTOBER);

        assertThat(prices)
                .containsExactlyInAnyOrder(
                        price("Brazil", "marketing", "0.3125", "2026-10-01", null),
                        price("Brazil", "utility", "0.034", "2026-10-01", null),
                        price("Brazil", "authentication", "0.034", "2026-10-01", null),
                        price("Brazil", "service", "0.034", "2026-10-01", null),
                        price("Rest of Central & Eastern Europe", "marketing", "0.4", "2026-10-01", null),
                        price("Rest of Central & Eastern Europe", "utility", "0.1", "2026-10-01", null),
                        price("Rest of Central & Eastern Europe", "authentication", "0.1", "2026-10-01", null));
    }

    /** It would swallow the prices behind it, in a column that nobody looks at. */
    @Test
    void refusesAQuotationMarkThatIsNeverClosed() {
        assertThat(
                        faults(
                                "market,category,currency,amount,valid_from,remark\nBrazil,utility,BRL,1,2026-10-01,\"x\nOther,utility,BRL,1,2026-10-01,y\n"))
                .extracting(Fault::problem)
                .containsExactly("a quotation mark is never closed");
    }

    @Test
    void readsWhatASpreadsheetWritesInBrazil() {
        assertThat(read("category;market;currency;amount;valid_from\nmarketing;Brazil;BRL;0,3125;2026-10-01\n"))
                .containsExactly(price("Brazil", "marketing", "0.3125", "2026-10-01", null));
    }

    @Test
    void endsAPriceTheDayBeforeTheNextOneOfTheSameFileBegins() {
        var prices = read(
                """
                market,category,currency,amount,valid_from,valid_until
                Brazil,utility,BRL,0.05,2026-11-15,
                Brazil,utility,BRL,0.04,2026-10-01,
                Brazil,utility,BRL,0.06,2027-02-01,2027-02-28
                """);

        assertThat(prices)
                .containsExactly(
                        price("Brazil", "utility", "0.04", "2026-10-01", "2026-11-14"),
                        price("Brazil", "utility", "0.05", "2026-11-15", "2027-01-31"),
                        price("Brazil", "utility", "0.06", "2027-02-01", "2027-02-28"));
    }

    @Test
    void namesEveryLineThatIsWrong() {
        var faults = faults(
                """
                market,category,currency,amount,valid_from,valid_until
                Atlantis,marketing,BRL,0.3,2026-10-01,
                Brazil,marketing,Real,0.3,2026-10-01,
                Brazil,marketing,BRL,0.1234567,2026-10-01,
                Brazil,marketing,BRL,-1,2026-10-01,
                Brazil,marketing,BRL,"0,3",2026-10-01,
                Brazil,mar$keting,BRL,0.3,2026-10-01,
                Brazil,marketing,BRL,0.3,01/10/2026,
                Brazil,marketing,BRL,0.3,,
                Brazil,marketing,BRL,0.3,2026-10-01,2026-09-30
                Brazil,utility,BRL,0.3,2026-10-01,
                """);

        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly(
                        "2 market",
                        "3 currency",
                        "4 amount",
                        "5 amount",
                        "6 amount",
                        "7 category",
                        "8 valid_from",
                        "9 valid_from",
                        "10 valid_until");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.problem()).isNotBlank());
    }

    @Test
    void refusesTwoPricesForOneDay() {
        var faults = faults(
                """
                market,category,currency,amount,valid_from,valid_until
                Brazil,utility,BRL,0.04,2026-10-01,2026-12-31
                Brazil,utility,BRL,0.05,2026-12-31,
                Brazil,marketing,BRL,0.5,2026-10-01,
                brazil,marketing,BRL,0.6,2026-10-01,
                """);

        assertThat(faults).extracting(Fault::line).containsExactly(3, 5);
        assertThat(faults.get(0).problem()).contains("line 2");
    }

    @Test
    void tellsNoMoreThanAHundredFaults() {
        var refused = Objects.requireNonNull(refused(
                bytes("market,category,currency,amount,valid_from\n" + "x,y,z,0,2026-10-01\n".repeat(500)), null));

        assertThat((List<?>) Objects.requireNonNull(refused.toDetail().getProperties())
                        .get("errors"))
                .hasSize(100);
        assertThat(refused).hasMessageContaining("1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "market\nBrazil",
                "a,b,c",
                "market,currency\nBrazil,BRL",
                "market,category,currency,amount,valid_from\n",
                "market,currency,utility,valid_from\nBrazil,BRL,n/a,2026-10-01",
                "market,currency,utility,valid_from\n\"Brazil,BRL,0.1,2026-10-01\n",
                "{\"market\": 1, \"currency\": 2}"
            })
    void refusesWhatIsNoList(String text) {
        assertThat(refused(bytes(text), null)).isNotNull();
    }

    @Test
    void refusesAListWithThousandsOfColumns() {
        assertThat(refused(bytes("market,currency" + ",x".repeat(100_000) + "\nBrazil\n".repeat(1_000)), null))
                .hasMessageContaining("1");
    }

    @Test
    void refusesWhatIsNotInUtf8() {
        var latin = "market,category,currency,amount,valid_from\nTürkiye,utility,BRL,1,2026-10-01"
                .getBytes(Charset.forName("ISO-8859-1"));

        assertThat(refused(latin, null)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0", "0.0", "0.0068", "999999.999999", "12"})
    void keepsEveryDigit(String amount) {
        assertThat(read("market,category,currency,amount,valid_from\nOther,utility,USD," + amount + ",2026-10-01"))
                .extracting(Price::amount)
                .containsExactly(new BigDecimal(amount));
    }

    @Test
    void readsTheSampleThatIsShipped() throws Exception {
        var sample = new ClassPathResource("prices-sample.csv", Prices.class).getContentAsByteArray();

        assertThat(file.read(sample, null)).extracting(Price::currency).contains("USD", "BRL");
        assertThat(new String(sample, StandardCharsets.UTF_8)).startsWith("# SAMPLE");
    }

    private List<Price> read(String text) {
        return file.read(bytes(text), null);
    }

    private List<Fault> faults(String text) {
        var refused = Objects.requireNonNull(refused(bytes(text), null));
        var errors = Objects.requireNonNull(refused.toDetail().getProperties()).get("errors");
        return ((List<?>) Objects.requireNonNull(errors))
                .stream().map(Fault.class::cast).toList();
    }

    private @Nullable PricesRefused refused(byte[] bytes, @Nullable LocalDate from) {
        return catchThrowableOfType(PricesRefused.class, () -> file.read(bytes, from));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Price price(String market, String category, String amount, String from, @Nullable String until) {
        return new Price(
                market,
                category,
                "BRL",
                new BigDecimal(amount),
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }
}
