package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.Charge;
import app.novelo.channel.Cost;
import app.novelo.channel.Costs;
import app.novelo.channel.StatusUpdate;
import app.novelo.channel.cost.CostTables;
import app.novelo.platform.Events;
import app.novelo.platform.Wakeups;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A message has the cost of the first price that came, once, whatever else comes and in which order. */
class MessageCostTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final int MESSAGES = 4;

    private static @Nullable DataSource database;

    private final List<Cost> counted = Collections.synchronizedList(new ArrayList<>());

    /** The amount tells which word it was. */
    private final Costs costs = new Costs() {
        @Override
        public Cost of(Charge charge, Instant at) {
            var amount = charge.category().equals(Cost.UNKNOWN) ? null : new BigDecimal(charge.category());
            return new Cost(
                    new UUID(0, 1),
                    YearMonth.from(at.atOffset(ZoneOffset.UTC)),
                    charge.category(),
                    charge.type(),
                    "Brazil",
                    charge.billable(),
                    amount,
                    "BRL",
                    false);
        }

        @Override
        public void count(List<Cost> costs) {
            counted.addAll(costs);
        }
    };

    private final JdbcTemplate jdbc = new JdbcTemplate(Objects.requireNonNull(database));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(database)));
    private final StatusRows rows = new StatusRows(
            jdbc,
            new ObjectMapper().registerModule(new JavaTimeModule()),
            new NoEvents(),
            new LateFailures(jdbc, new NoEvents(), new NoWakeups()),
            costs);

    @BeforeAll
    @BeforeContainer
    static void tables() {
        database = CostTables.fresh();
    }

    /** @param price null: this status says nothing about it */
    private record Told(int message, String status, @Nullable Integer price, int second) {}

    @Provide
    Arbitrary<List<List<Told>>> stories() {
        var told = Combinators.combine(
                        Arbitraries.integers().between(0, MESSAGES - 1),
                        Arbitraries.of("sent", "delivered", "read", "played", "failed", "warped"),
                        Arbitraries.integers().between(0, 9_999).injectNull(0.5),
                        Arbitraries.integers().between(0, 100))
                .as(Told::new);
        var once = told.list().ofMinSize(1).ofMaxSize(20);
        return once.flatMap(all -> Arbitraries.of(all)
                .list()
                .ofMaxSize(20)
                .flatMap(again -> {
                    var both = new ArrayList<>(all);
                    both.addAll(again);
                    return Arbitraries.shuffle(both);
                })
                .flatMap(shuffled -> Arbitraries.integers()
                        .between(1, 5)
                        .list()
                        .ofSize(shuffled.size())
                        .map(sizes -> batches(shuffled, sizes))));
    }

    private static List<List<Told>> batches(List<Told> all, List<Integer> sizes) {
        var batches = new ArrayList<List<Told>>();
        int from = 0;
        for (int i = 0; from < all.size(); i++) {
            int to = Math.min(all.size(), from + sizes.get(i));
            batches.add(all.subList(from, to));
            from = to;
        }
        return batches;
    }

    @Property(tries = 100)
    void isThatOfTheFirstPriceAndCountsOnce(@ForAll("stories") List<List<Told>> story) {
        counted.clear();
        var ids = IntStream.range(0, MESSAGES).mapToObj(n -> givenAMessage()).toList();
        var first = new HashMap<Integer, Integer>();

        for (var batch : story) {
            transaction.executeWithoutResult(status ->
                    rows.forward(batch.stream().map(told -> update(ids, told)).toList()));
            batch.stream()
                    .filter(told -> told.price != null && !told.status.equals("warped"))
                    .forEach(told -> first.putIfAbsent(told.message, Objects.requireNonNull(told.price)));
        }

        for (int message = 0; message < MESSAGES; message++) {
            assertThat(amount(ids.get(message)))
                    .isEqualTo(first.containsKey(message) ? amount(Objects.requireNonNull(first.get(message))) : null);
        }
        assertThat(counted).hasSameSizeAs(first.values());
        assertThat(counted.stream()
                        .map(Cost::amount)
                        .map(Objects::requireNonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(
                        first.values().stream().map(MessageCostTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void isCountedOnceAlsoIfTwoTellItAtTheSameTime() {
        for (int round = 0; round < 20; round++) {
            counted.clear();
            var id = givenAMessage();
            var both = IntStream.range(0, 4)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> transaction.executeWithoutResult(
                            status -> rows.forward(List.of(update(List.of(id), new Told(0, "sent", n, n)))))))
                    .toArray(CompletableFuture[]::new);

            CompletableFuture.allOf(both).join();

            assertThat(counted).hasSize(1);
            assertThat(amount(id)).isEqualTo(counted.get(0).amount());
        }
    }

    @Test
    void isKeptWithAllThatItWasMadeOf() {
        var id = givenAMessage();

        transaction.executeWithoutResult(
                status -> rows.forward(List.of(update(List.of(id), new Told(0, "delivered", 68, 0)))));

        assertThat(jdbc.queryForMap(
                        "select cost_category, cost_billable, cost_market, cost_amount, cost_currency, cost_sample, status from conversation.message where provider_id = ?",
                        id))
                .isEqualTo(Map.of(
                        "cost_category", "0.006800",
                        "cost_billable", true,
                        "cost_market", "Brazil",
                        "cost_amount", new BigDecimal("0.006800"),
                        "cost_currency", "BRL",
                        "cost_sample", false,
                        "status", "DELIVERED"));
    }

    @Test
    void isUnknownAndCountedIfNobodyKnowsThePrice() {
        counted.clear();
        var id = givenAMessage();
        var charge = new Charge("whatsapp", "1", null, null, Cost.UNKNOWN, "half_price", null);

        transaction.executeWithoutResult(status -> rows.forward(
                List.of(new StatusUpdate(id, null, "sent", NOW, List.of(), "{\"type\":\"half_price\"}", charge))));

        assertThat(amount(id)).isNull();
        assertThat(counted).extracting(Cost::type).containsExactly("half_price");
        assertThat(jdbc.queryForObject(
                        "select cost_category from conversation.message where provider_id = ?", String.class, id))
                .isEqualTo("unknown");
    }

    private static StatusUpdate update(List<String> ids, Told told) {
        var price = told.price == null ? null : amount(told.price).toPlainString();
        return new StatusUpdate(
                ids.get(told.message),
                null,
                told.status,
                NOW.plusSeconds(told.second),
                List.of(),
                price == null ? null : "{\"category\":\"" + price + "\"}",
                price == null ? null : new Charge("whatsapp", "1", null, null, price, "regular", true));
    }

    private static BigDecimal amount(int price) {
        return BigDecimal.valueOf(price, 4).setScale(6);
    }

    private @Nullable BigDecimal amount(String providerId) {
        return jdbc.queryForObject(
                "select cost_amount from conversation.message where provider_id = ?", BigDecimal.class, providerId);
    }

    private String givenAMessage() {
        var providerId = "wamid." + UUID.randomUUID();
        jdbc.update(
                """
                with m as (
                  insert into conversation.message (id, at, conversation, direction, kind, author_type, status, status_rank, provider_id, unhandled)
                  values (gen_random_uuid(), now(), gen_random_uuid(), 'OUT', 'text', 'AGENT', 'ACCEPTED', 3, ?, false) returning *)
                insert into conversation.provider_message (provider_id, message, at, conversation)
                select provider_id, id, at, conversation from m""",
                providerId);
        return providerId;
    }

    private static final class NoEvents implements Events {

        @Override
        public void append(String type, Map<String, ?> data) {}

        @Override
        public void appendAll(String type, List<Map<String, Object>> data) {
            assertThat(new LinkedHashSet<>(data)).hasSameSizeAs(data);
        }
    }

    private static final class NoWakeups implements Wakeups {

        @Override
        public void signal(String topic) {}

        @Override
        public void listen(String topic, Runnable action) {}
    }
}
