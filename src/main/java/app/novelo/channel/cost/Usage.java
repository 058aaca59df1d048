package app.novelo.channel.cost;

import app.novelo.channel.Cost;
import app.novelo.platform.AtCommit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts priced messages by line and month. The row of a line is everybody's, so it is taken last, just before the commit,
 * and in one order: nobody waits with it for anything else.
 */
@Component
class Usage {

    private static final String COUNT =
            """
            insert into channel.usage as u (line, month, category, type, currency, messages, unpriced, amount)
            select * from unnest(?::uuid[], ?::date[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::numeric[])
            on conflict (line, month, category, type, currency) do update set messages = u.messages + excluded.messages,
              unpriced = u.unpriced + excluded.unpriced, amount = u.amount + excluded.amount
            returning line, month, category, type, currency, messages""";

    private final JdbcClient jdbc;
    private final Alarms alarms;
    private final AtCommit<Cost> counted = new AtCommit<>(this::write);

    Usage(JdbcClient jdbc, Alarms alarms) {
        this.jdbc = jdbc;
        this.alarms = alarms;
    }

    /** @param currency empty for what is free: its row has one counter, whatever becomes known of the account */
    record Key(UUID line, YearMonth month, String category, String type, String currency) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::line)
                .thenComparing(Key::month)
                .thenComparing(Key::category)
                .thenComparing(Key::type)
                .thenComparing(Key::currency);

        static Key of(Cost cost) {
            boolean free = Boolean.FALSE.equals(cost.billable());
            return new Key(
                    Objects.requireNonNull(cost.line()),
                    cost.month(),
                    cost.category(),
                    cost.type(),
                    free ? "" : cost.currency());
        }
    }

    private record Tally(long messages, long unpriced, BigDecimal amount) {

        static Tally of(Cost cost) {
            var amount = cost.amount();
            return amount == null ? new Tally(1, 1, BigDecimal.ZERO) : new Tally(1, 0, amount);
        }

        Tally plus(Tally other) {
            return new Tally(messages + other.messages, unpriced + other.unpriced, amount.add(other.amount));
        }
    }

    void count(List<Cost> costs) {
        costs.stream().filter(cost -> cost.line() != null).forEach(counted::add);
    }

    private void write(List<Cost> costs) {
        var tallies = new TreeMap<Key, Tally>(Key.ORDER);
        costs.forEach(cost -> tallies.merge(Key.of(cost), Tally.of(cost), Tally::plus));
        var keys = List.copyOf(tallies.keySet());
        var sums = List.copyOf(tallies.values());
        jdbc.sql(COUNT)
                .param(column(keys, key -> key.line().toString()))
                .param(column(keys, key -> key.month().atDay(1).toString()))
                .param(column(keys, Key::category))
                .param(column(keys, Key::type))
                .param(column(keys, Key::currency))
                .param(sums.stream().map(Tally::messages).toArray(Long[]::new))
                .param(sums.stream().map(Tally::unpriced).toArray(Long[]::new))
                .param(column(sums, sum -> sum.amount().toPlainString()))
                .query((row, n) -> new Counted(
                        new Key(
                                row.getObject("line", UUID.class),
                                YearMonth.from(row.getObject("month", LocalDate.class)),
                                row.getString("category"),
                                row.getString("type"),
                                row.getString("currency")),
                        row.getLong("messages")))
                .list()
                .forEach(now -> alarms.look(
                        now.key, now.messages - Objects.requireNonNull(tallies.get(now.key)).messages, now.messages));
    }

    private record Counted(Key key, long messages) {}

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
