package app.novelo.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.Cost;
import app.novelo.platform.Events;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages are counted by line and month, and the end of the free ones is told once. */
class UsageTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final int FREE = 10;

    private static @Nullable DataSource database;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Events events = new Events() {
        @Override
        public void append(String type, Map<String, ?> data) {
            told.add(type + " " + data.get("percent"));
        }

        @Override
        public void appendAll(String type, List<Map<String, Object>> data) {
            data.forEach(one -> append(type, one));
        }
    };
    private final JdbcClient jdbc = JdbcClient.create(tables());
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(tables()));
    private final Usage usage =
            new Usage(jdbc, new Alarms(jdbc, new Allowance(new CostSettings("USD", FREE)), events, Clock.systemUTC()));
    private final UUID line = UUID.randomUUID();

    @BeforeAll
    static void createTables() {
        database = CostTables.fresh();
    }

    private static DataSource tables() {
        return Objects.requireNonNull(database);
    }

    @Test
    void tellsOnceThatFourFifthsAreUsedAndOnceThatAllAre() {
        for (int sent = 1; sent <= 25; sent++) {
            count(free());
            assertThat(told)
                    .as("after %d", sent)
                    .containsExactlyElementsOf(
                            sent < 8
                                    ? List.of()
                                    : sent < 10
                                            ? List.of("line.allowance 80")
                                            : List.of("line.allowance 80", "line.allowance 100"));
        }
        assertThat(used()).isEqualTo(25);
    }

    @Test
    void tellsBothWhenManyAreCountedAtOnce() {
        count(IntStream.range(0, 30).mapToObj(n -> free()).toArray(Cost[]::new));

        assertThat(told).containsExactly("line.allowance 80", "line.allowance 100");
        assertThat(used()).isEqualTo(30);
    }

    /** Messages that others have sent from the line count for WhatsApp and not for us. */
    @Test
    void believesWhatsAppThatTheyAreUsedUp() {
        count(free());
        count(paid());
        count(paid());

        assertThat(told).containsExactly("line.allowance 100");
        for (int sent = 0; sent < 12; sent++) {
            count(free());
        }
        assertThat(told).containsExactly("line.allowance 100", "line.allowance 80");
    }

    @Test
    void beginsAnewEachMonth() {
        count(IntStream.range(0, 10).mapToObj(n -> free()).toArray(Cost[]::new));
        count(IntStream.range(0, 10)
                .mapToObj(n -> cost(MONTH.plusMonths(1), "service", "free_customer_service", false, "0"))
                .toArray(Cost[]::new));

        assertThat(told).hasSize(4);
        assertThat(used()).isEqualTo(10);
    }

    @Test
    void isSilentAboutTheTimeBeforeServiceMessagesWereLimited() {
        count(IntStream.range(0, 100)
                .mapToObj(n -> cost(YearMonth.of(2026, 9), "service", "free_customer_service", false, "0"))
                .toArray(Cost[]::new));

        assertThat(told).isEmpty();
    }

    @Test
    void countsOtherWordsForThemselvesAndNeverAsFreeService() {
        count(
                cost(MONTH, "telepathy", "half_price", null, null),
                cost(MONTH, "telepathy", "half_price", null, null),
                cost(MONTH, "service", "free_entry_point", false, "0"),
                cost(MONTH, "utility", "free_customer_service", false, "0"),
                cost(MONTH, "marketing", "regular", true, "0.3125"),
                cost(MONTH, "marketing", "regular", true, "0.000001"),
                cost(MONTH, "marketing", "regular", true, null));

        assertThat(used()).isZero();
        assertThat(rows())
                .containsExactly(
                        "marketing regular BRL 3 1 0.312501",
                        "service free_entry_point  1 0 0",
                        "telepathy half_price BRL 2 2 0",
                        "utility free_customer_service  1 0 0");
    }

    @Test
    void countsNothingOfATransactionThatIsUndone() {
        try {
            transaction.executeWithoutResult(status -> {
                usage.count(List.of(free()));
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException e) {
            // as it was meant
        }

        assertThat(used()).isZero();
    }

    @Test
    void losesNoneAndTellsOnceWhenManyCountAtTheSameTime() {
        var counting = IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        count(free(), cost(MONTH, "marketing", "regular", true, "0.3125"));
                    }
                }))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(counting).join();

        assertThat(used()).isEqualTo(200);
        assertThat(told).containsExactlyInAnyOrder("line.allowance 80", "line.allowance 100");
    }

    private void count(Cost... costs) {
        transaction.executeWithoutResult(status -> usage.count(List.of(costs)));
    }

    private Cost free() {
        return cost(MONTH, "service", "free_customer_service", false, "0");
    }

    private Cost paid() {
        return cost(MONTH, "service", "regular", true, "0.04");
    }

    private Cost cost(
            YearMonth month, String category, String type, @Nullable Boolean billable, @Nullable String amount) {
        return new Cost(
                line,
                month,
                category,
                type,
                "Brazil",
                billable,
                amount == null ? null : new BigDecimal(amount),
                "BRL",
                false);
    }

    private long used() {
        return jdbc.sql(
                        "select coalesce(sum(messages), 0) from channel.usage where line = ? and month = ? and category = 'service' and type = 'free_customer_service'")
                .param(line)
                .param(MONTH.atDay(1))
                .query(Long.class)
                .single();
    }

    private List<String> rows() {
        return jdbc.sql(
                        "select concat_ws(' ', category, type, currency, messages, unpriced, trim_scale(amount)) from channel.usage where line = ? order by category, type")
                .param(line)
                .query(String.class)
                .list();
    }
}
