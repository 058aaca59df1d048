package app.novelo.channel.cost;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of prices in the database: a later one ends or replaces what it says otherwise, and nothing is deleted. */
@Component
class PriceRows {

    /** Prices of a new list, and what they replace: numbers of the same key in whose days they begin. */
    private static final String NEW =
            """
            with n as (select * from unnest(:markets::text[], :categories::text[], :currencies::text[], :amounts::numeric[],
              :from::date[], :until::date[]) as n (market, category, currency, amount, valid_from, valid_until))
            """;

    private static final String SAME = "n.market = p.market and n.category = p.category and n.currency = p.currency";

    private static final String REPLACE =
            """
            update channel.price p set replaced_by = :list from n
            where %s and p.replaced_by is null and p.valid_from >= n.valid_from
              and (n.valid_until is null or p.valid_from <= n.valid_until)"""
                    .formatted(SAME);

    private static final String END =
            """
            update channel.price p set valid_until = ended.first - 1
            from (select p.id, min(n.valid_from) as first from n join channel.price p
                  on %s and p.replaced_by is null and p.valid_from < n.valid_from
                    and (p.valid_until is null or p.valid_until >= n.valid_from) group by p.id) as ended
            where p.id = ended.id"""
                    .formatted(SAME);

    private static final String INSERT =
            """
            insert into channel.price (list, market, category, currency, amount, valid_from, valid_until)
            select :list, market, category, currency, amount, valid_from, valid_until from n""";

    private static final String SAMPLES_END =
            """
            update channel.price p set replaced_by = ? from channel.price_list l
            where l.id = p.list and l.sample and p.replaced_by is null""";

    private final JdbcClient jdbc;

    PriceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param prices how many of it count */
    record Imported(String id, Instant importedAt, @Nullable String by, boolean sample, int prices) {}

    /** To the end of the transaction: one list at a time, on all nodes. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('channel.price', 0))")
                .query((row, n) -> n)
                .list();
    }

    /** Real prices end all samples: a mixture would look like the truth. */
    long add(List<Price> prices, Instant at, @Nullable String by, boolean sample) {
        long list = jdbc.sql(
                        "insert into channel.price_list (imported_at, imported_by, sample) values (?, ?, ?) returning id")
                .param(time(at))
                .param(by)
                .param(sample)
                .query(Long.class)
                .single();
        if (!sample) {
            jdbc.sql(SAMPLES_END).param(list).update();
        }
        List.of(REPLACE, END, INSERT).forEach(statement -> run(statement, prices, list));
        return list;
    }

    private void run(String statement, List<Price> prices, long list) {
        jdbc.sql(NEW + statement)
                .param("markets", column(prices, Price::market))
                .param("categories", column(prices, Price::category))
                .param("currencies", column(prices, Price::currency))
                .param("amounts", column(prices, price -> price.amount().toPlainString()))
                .param("from", column(prices, price -> price.from().toString()))
                .param(
                        "until",
                        column(
                                prices,
                                price -> price.until() == null
                                        ? null
                                        : price.until().toString()))
                .param("list", list)
                .update();
    }

    private static @Nullable String[] column(List<Price> prices, Function<Price, @Nullable String> value) {
        return prices.stream().map(value).toArray(String[]::new);
    }

    /** @return 0 if there is none */
    long newestList() {
        return jdbc.sql("select coalesce(max(id), 0) from channel.price_list")
                .query(Long.class)
                .single();
    }

    Optional<Imported> newest() {
        return jdbc.sql(
                        """
                        select l.id, imported_at, imported_by, sample,
                          (select count(*) from channel.price where list = l.id and replaced_by is null) as prices
                        from channel.price_list l order by l.id desc limit 1""")
                .query((row, n) -> new Imported(
                        Long.toString(row.getLong("id")),
                        Sql.instant(row, "imported_at"),
                        row.getString("imported_by"),
                        row.getBoolean("sample"),
                        row.getInt("prices")))
                .optional();
    }

    List<Price> thatCount() {
        return jdbc.sql("select * from channel.price where replaced_by is null")
                .query((row, n) -> price(row))
                .list();
    }

    static Price price(ResultSet row) throws SQLException {
        return new Price(
                row.getString("market"),
                row.getString("category"),
                row.getString("currency"),
                row.getBigDecimal("amount"),
                Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                row.getObject("valid_until", LocalDate.class));
    }
}
