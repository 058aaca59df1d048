package app.novelo.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a later list says otherwise, it says from a day on; nothing is lost. */
class PriceRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 30;

    private static @Nullable JdbcClient shared;

    @BeforeAll
    @BeforeContainer
    static void tables() {
        shared = JdbcClient.create(CostTables.fresh());
    }

    private static JdbcClient jdbc() {
        return Objects.requireNonNull(shared);
    }

    private final PriceRows rows = new PriceRows(jdbc());

    @BeforeEach
    void nothing() {
        jdbc().sql("delete from channel.price").update();
        jdbc().sql("delete from channel.price_list").update();
    }

    @Test
    void endsAPriceTheDayBeforeANewOneBegins() {
        add(price("0.04", 0, null));
        add(price("0.05", 14, null));

        assertThat(rows.thatCount()).containsExactlyInAnyOrder(price("0.04", 0, 13), price("0.05", 14, null));
    }

    @Test
    void replacesOneThatHasNotBegunAndKeepsItsRow() {
        add(price("0.04", 0, null));
        add(price("0.05", 14, null));
        add(price("0.06", 10, null));

        assertThat(rows.thatCount()).containsExactlyInAnyOrder(price("0.04", 0, 9), price("0.06", 10, null));
        assertThat(jdbc().sql("select count(*) from channel.price where replaced_by is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void leavesOtherMarketsAndCurrenciesAlone() {
        add(price("0.04", 0, null), new Price("Other", "utility", "BRL", new BigDecimal("0.1"), FIRST, null));
        add(new Price("Brazil", "utility", "USD", new BigDecimal("0.007"), FIRST, null));

        assertThat(rows.thatCount()).hasSize(3);
    }

    @Test
    void endsAllSamplesWithTheFirstRealList() {
        rows.add(List.of(price("0.04", 0, null), price("0.9", 0, null, "Other")), NOW, null, true);
        assertThat(rows.newest().orElseThrow().sample()).isTrue();

        add(price("0.05", 14, null));

        assertThat(rows.thatCount()).containsExactly(price("0.05", 14, null));
        var newest = rows.newest().orElseThrow();
        assertThat(newest.sample()).isFalse();
        assertThat(newest.by()).isEqualTo("marta");
        assertThat(newest.prices()).isEqualTo(1);
        assertThat(newest.importedAt()).isEqualTo(NOW);
    }

    @Provide
    Arbitrary<List<List<Price>>> imports() {
        var day = Arbitraries.integers().between(0, DAYS - 1);
        var length = Arbitraries.integers().between(0, 10).injectNull(0.4);
        var period = Combinators.combine(day, length, Arbitraries.integers().between(1, 9_999))
                .as((from, days, amount) -> price("0.00" + amount, from, days == null ? null : from + days));
        return period.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(PriceRowsTest::inSuccession)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** As {@link PriceFile} gives them. */
    private static List<Price> inSuccession(List<Price> periods) {
        var sorted = new HashMap<LocalDate, Price>();
        periods.forEach(price -> sorted.put(price.from(), price));
        var list = new ArrayList<>(sorted.values());
        list.sort(Comparator.comparing(Price::from));
        for (int i = 0; i + 1 < list.size(); i++) {
            if (list.get(i).reaches(list.get(i + 1))) {
                list.set(i, list.get(i).until(list.get(i + 1).from().minusDays(1)));
            }
        }
        return list;
    }

    /** The newest list counts on the days of which it speaks, the days before it are as they were, and none has two. */
    @Property(tries = 80)
    void neverHasTwoPricesForADay(@ForAll("imports") List<List<Price>> imports) {
        nothing();
        for (var prices : imports) {
            var before = amounts();
            add(prices.toArray(Price[]::new));
            var after = amounts();
            for (int day = 0; day < 2 * DAYS; day++) {
                var said = on(day, prices);
                if (said != null) {
                    assertThat(after.get(day)).isEqualTo(said);
                } else if (FIRST.plusDays(day).isBefore(prices.get(0).from())) {
                    assertThat(after.get(day)).isEqualTo(before.get(day));
                } else {
                    assertThat(after.get(day)).isIn(before.get(day), null);
                }
            }
        }
        assertThat(jdbc().sql("select count(*) from channel.price")
                        .query(Integer.class)
                        .single())
                .as("nothing is deleted")
                .isEqualTo(imports.stream().mapToInt(List::size).sum());
    }

    private Map<Integer, @Nullable BigDecimal> amounts() {
        var counting = rows.thatCount();
        var list = new PriceList(false, counting);
        var amounts = new HashMap<Integer, @Nullable BigDecimal>();
        for (int day = 0; day < 2 * DAYS; day++) {
            var date = FIRST.plusDays(day);
            amounts.put(day, on(day, counting));
            assertThat(list.find(List.of("Brazil"), "utility", "BRL", date).map(Price::amount))
                    .isEqualTo(Optional.ofNullable(amounts.get(day)));
        }
        return amounts;
    }

    private static @Nullable BigDecimal on(int day, List<Price> prices) {
        var holding = prices.stream()
                .filter(price -> price.holdsOn(FIRST.plusDays(day)))
                .toList();
        assertThat(holding).hasSizeLessThanOrEqualTo(1);
        return holding.isEmpty() ? null : holding.get(0).amount();
    }

    private void add(Price... prices) {
        rows.add(List.of(prices), NOW, "marta", false);
    }

    private static Price price(String amount, int from, @Nullable Integer until) {
        return price(amount, from, until, "Brazil");
    }

    private static Price price(String amount, int from, @Nullable Integer until, String market) {
        return new Price(
                market,
                "utility",
                "BRL",
                new BigDecimal(amount).setScale(6),
                FIRST.plusDays(from),
                until == null ? null : FIRST.plusDays(until));
    }
}
