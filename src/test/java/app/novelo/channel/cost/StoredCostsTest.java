package app.novelo.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.novelo.channel.Billing;
import app.novelo.channel.Billing.Payment;
import app.novelo.channel.Charge;
import app.novelo.channel.Cost;
import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.platform.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WhatsApp's words about a price mean in money. */
class StoredCostsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ZoneId COMPANY = ZoneId.of("America/Sao_Paulo");
    private static final Line LINE = new Line(UUID.randomUUID(), "whatsapp", "1001", "+55 11 4000-1000", "9001");

    private Billing billing = new Billing("BRL", null, Payment.PRESENT);
    private PriceList list = new PriceList(
            false,
            List.of(
                    price("Brazil", "marketing", "0.3125", "2026-01-01", null),
                    price("Brazil", "utility", "0.034", "2026-01-01", "2026-11-14"),
                    price("Brazil", "utility", "0.04", "2026-11-15", null),
                    price("Other", "marketing", "0.25", "2026-01-01", null),
                    price("Rest of Latin America", "marketing", "0.2", "2026-01-01", null)));

    @Test
    void aRegularMessageCostsWhatTheListSays() {
        var cost = cost("5511912345678", "marketing", "regular", NOW);

        assertThat(cost.amount()).isEqualByComparingTo("0.3125");
        assertThat(cost.currency()).isEqualTo("BRL");
        assertThat(cost.market()).isEqualTo("Brazil");
        assertThat(cost.billable()).isTrue();
        assertThat(cost.line()).isEqualTo(LINE.id());
        assertThat(cost.sample()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "free_customer_service, service",
        "free_entry_point, referral_conversion",
        "free_group_customer_service, x"
    })
    void aFreeMessageCostsNothing(String type, String category) {
        var cost = cost("5511912345678", category, type, NOW);

        assertThat(cost.billable()).isFalse();
        assertThat(cost.amount()).isZero();
    }

    /** WhatsApp is about to give the flag up. */
    @Test
    void theTypeIsBelievedBeforeTheFlag() {
        assertThat(costs().of(charge("marketing", "regular", false), NOW).amount())
                .isEqualByComparingTo("0.3125");
        assertThat(costs().of(charge("marketing", "free_entry_point", true), NOW)
                        .amount())
                .isZero();
        assertThat(costs().of(charge("marketing", "", true), NOW).amount()).isEqualByComparingTo("0.3125");
        assertThat(costs().of(charge("marketing", "", false), NOW).amount()).isZero();
    }

    @Test
    void wordsOfTomorrowAreKeptAndTheirPriceIsUnknown() {
        var type = costs().of(charge("marketing", "half_price", true), NOW);
        var category = cost("5511912345678", "telepathy", "regular", NOW);
        var nothing = costs().of(charge(Cost.UNKNOWN, "", null), NOW);

        assertThat(type).extracting(Cost::type, Cost::billable, Cost::amount).containsExactly("half_price", true, null);
        assertThat(category)
                .extracting(Cost::category, Cost::billable, Cost::amount)
                .containsExactly("telepathy", true, null);
        assertThat(nothing).extracting(Cost::type, Cost::billable, Cost::amount).containsExactly("unknown", null, null);
    }

    @Test
    void aServiceMessageCostsAsAUtilityMessageWhereTheListDoesNotNameIt() {
        assertThat(cost("5511912345678", "service", "regular", NOW).amount()).isEqualByComparingTo("0.04");
        assertThat(cost("5511912345678", "marketing_lite", "regular", NOW).amount())
                .isEqualByComparingTo("0.3125");
    }

    @ParameterizedTest
    @CsvSource({
        "595981234567, Rest of Latin America, 0.2",
        "4915112345678, Other, 0.25",
        "999123456, Other, 0.25",
        "12425550123, Other, 0.25"
    })
    void aMarketThatTheListDoesNotNameIsTheRestOfTheWorld(String phone, String market, BigDecimal amount) {
        var cost = cost(phone, "marketing", "regular", NOW);

        assertThat(cost.market()).isEqualTo(market);
        assertThat(cost.amount()).isEqualByComparingTo(amount);
    }

    @Test
    void nobodyKnowsThePriceInACurrencyThatTheListHasNot() {
        billing = new Billing("EUR", null, Payment.PRESENT);

        var cost = cost("5511912345678", "marketing", "regular", NOW);

        assertThat(cost.amount()).isNull();
        assertThat(cost.currency()).isEqualTo("EUR");
    }

    @Test
    void anAccountThatIsNotKnownPaysInTheCurrencyOfTheSettings() {
        billing = Billing.UNKNOWN;

        assertThat(cost("5511912345678", "marketing", "regular", NOW).currency())
                .isEqualTo("USD");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-15T02:59:59Z, 0.034",
        "2026-11-15T03:00:00Z, 0.04",
    })
    void aPriceChangesAtMidnightInTheTimeZone(Instant at, BigDecimal amount) {
        assertThat(cost("5511912345678", "utility", "regular", at).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void aMonthBeginsInTheTimeZoneOfTheAccountElseOfTheCompany() {
        var late = Instant.parse("2026-12-01T02:30:00Z");

        assertThat(cost("5511912345678", "utility", "regular", late).month()).isEqualTo(YearMonth.of(2026, 11));

        billing = new Billing("BRL", ZoneId.of("Europe/Lisbon"), Payment.PRESENT);
        assertThat(cost("5511912345678", "utility", "regular", late).month()).isEqualTo(YearMonth.of(2026, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "0.006800, 0.0068",
        "0.000001, 0.000001",
        "0.000000, 0.00",
        "100.000000, 100.00",
        "0.3, 0.30",
        "12345.678901, 12345.678901"
    })
    void anAmountIsShownToTheLastDigit(BigDecimal amount, String shown) {
        assertThat(Cost.shown(amount).toString()).isEqualTo(shown);
    }

    @Test
    void anExampleIsSaidToBeOne() {
        list = new PriceList(true, List.of(price("Brazil", "marketing", "1", "2026-01-01", null)));

        assertThat(cost("5511912345678", "marketing", "regular", NOW).sample()).isTrue();
        assertThat(cost("5511912345678", "service", "free_customer_service", NOW)
                        .sample())
                .isFalse();
    }

    @Test
    void aMessageOfALineThatIsGoneCostsAllTheSame() {
        var cost = costs().of(new Charge("whatsapp", "gone", "5511912345678", null, "marketing", "regular", null), NOW);

        assertThat(cost.line()).isNull();
        assertThat(cost.currency()).isEqualTo("USD");
    }

    private Cost cost(String phone, String category, String type, Instant at) {
        return costs().of(new Charge("whatsapp", "1001", phone, null, category, type, null), at);
    }

    private static Charge charge(String category, String type, @Nullable Boolean billable) {
        return new Charge("whatsapp", "1001", null, "BR.1", category, type, billable);
    }

    private StoredCosts costs() {
        var lines = mock(Lines.class);
        when(lines.find(any(), any())).thenReturn(Optional.empty());
        when(lines.find("whatsapp", "1001")).thenReturn(Optional.of(LINE));
        var prices = mock(Prices.class);
        when(prices.list()).thenReturn(list);
        return new StoredCosts(
                lines,
                line -> billing,
                new Markets(),
                prices,
                mock(Usage.class),
                new CostSettings("USD", 1000),
                new BusinessClock(COMPANY));
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
