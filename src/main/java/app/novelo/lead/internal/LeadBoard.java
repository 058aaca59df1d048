package app.novelo.lead.internal;

import app.novelo.casework.NextSteps;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open leads of a caller by stage, with what each stage is worth; prices of two currencies are never added. */
@Component
class LeadBoard {

    /** Of a column; more is counted and not shown. */
    static final int MOST_CARDS = 100;

    /** What is over stays on the board for so long. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final String VISIBLE =
            """
            from lead.lead where (:all or queue in (:groups) or owner = :caller)
              and (:queue::text is null or queue = :queue) and (:owner::text is null or owner = :owner)
              and (closed_at is null or closed_at >= :recent)""";

    private final JdbcClient jdbc;
    private final Customers customers;
    private final NextSteps steps;
    private final Clock clock;

    LeadBoard(JdbcClient jdbc, Customers customers, NextSteps steps, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param queue null = all; {@code owner} likewise */
    record Wish(@Nullable String queue, @Nullable String owner) {}

    record Board(List<Column> columns) {}

    /** @param count of all leads of the stage, also of those that are not shown */
    record Column(String stage, int count, List<Total> totals, List<Card> cards) {}

    /** @param weighted the value times the probability, where one is known */
    record Total(String currency, BigDecimal value, BigDecimal weighted) {}

    /** @param days that it is in the stage, whole ones */
    record Card(
            String number,
            UUID customer,
            @Nullable String customerName,
            UUID conversation,
            String queue,
            @Nullable String owner,
            @Nullable String product,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Integer probability,
            @Nullable String grade,
            String source,
            Instant stageSince,
            long days,
            @Nullable String nextStep,
            @Nullable Instant nextStepAt,
            boolean withoutNextStep) {}

    Board of(Caller caller, Wish wish) {
        var totals = totals(caller, wish);
        var cards = cards(caller, wish);
        return new Board(Arrays.stream(Stage.values())
                .map(stage -> new Column(
                        stage.id(),
                        totals.getOrDefault(stage, Sums.NONE).count(),
                        totals.getOrDefault(stage, Sums.NONE).totals(),
                        cards.getOrDefault(stage, List.of())))
                .toList());
    }

    private record Sums(int count, List<Total> totals) {
        static final Sums NONE = new Sums(0, List.of());
    }

    private Map<Stage, Sums> totals(Caller caller, Wish wish) {
        var found = new EnumMap<Stage, Sums>(Stage.class);
        select(
                        """
                        select stage, currency, count(*) as leads, coalesce(sum(value), 0) as value,
                          coalesce(round(sum(value * probability / 100.0), 2), 0) as weighted\s"""
                                + VISIBLE + " group by stage, currency order by stage, currency",
                        caller,
                        wish)
                .query(row -> {
                    var stage = Stage.valueOf(row.getString("stage"));
                    var before = found.getOrDefault(stage, Sums.NONE);
                    var totals = new ArrayList<>(before.totals());
                    if (row.getString("currency") != null) {
                        totals.add(new Total(
                                row.getString("currency"), row.getBigDecimal("value"), row.getBigDecimal("weighted")));
                    }
                    found.put(stage, new Sums(before.count() + row.getInt("leads"), List.copyOf(totals)));
                });
        return found;
    }

    private Map<Stage, List<Card>> cards(Caller caller, Wish wish) {
        var rows = select(
                        "select * from (select *, row_number() over (partition by stage order by stage_since, number) as place "
                                + VISIBLE + ") ranked where place <= " + MOST_CARDS + " order by stage_since, number",
                        caller,
                        wish)
                .query((row, n) -> new Found(
                        Stage.valueOf(row.getString("stage")),
                        row.getString("number"),
                        row.getObject("customer", UUID.class),
                        row.getObject("conversation", UUID.class),
                        row.getString("queue"),
                        row.getString("owner"),
                        row.getString("product"),
                        row.getBigDecimal("value"),
                        row.getString("currency"),
                        row.getObject("probability", Integer.class),
                        row.getString("grade"),
                        row.getString("source"),
                        row.getString("next_step"),
                        Sql.instant(row, "stage_since")))
                .list();
        var names = customers.find(rows.stream().map(Found::customer).collect(Collectors.toSet()));
        var planned = steps.of(rows.stream().map(Found::number).toList());
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Found::stage,
                        Collectors.mapping(
                                row -> card(
                                        row, names.get(row.customer()), planned.getOrDefault(row.number(), List.of())),
                                Collectors.toList())));
    }

    private Card card(Found row, @Nullable Customer customer, List<NextSteps.Step> planned) {
        var now = clock.instant();
        var next =
                planned.stream().map(NextSteps.Step::at).filter(now::isBefore).findFirst();
        return new Card(
                row.number(),
                row.customer(),
                customer == null ? null : customer.name(),
                row.conversation(),
                row.queue(),
                row.owner(),
                row.product(),
                row.value(),
                row.currency(),
                row.probability(),
                row.grade(),
                row.source(),
                row.since(),
                Math.max(0, Duration.between(row.since(), now).toDays()),
                row.nextStep(),
                next.orElse(null),
                next.isEmpty() && !row.stage().isOver());
    }

    private record Found(
            Stage stage,
            String number,
            UUID customer,
            UUID conversation,
            String queue,
            @Nullable String owner,
            @Nullable String product,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Integer probability,
            @Nullable String grade,
            String source,
            @Nullable String nextStep,
            Instant since) {}

    private JdbcClient.StatementSpec select(String sql, Caller caller, Wish wish) {
        return jdbc.sql(sql)
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("queue", wish.queue(), Types.VARCHAR)
                .param("owner", wish.owner(), Types.VARCHAR)
                .param("recent", Sql.time(clock.instant().minus(RECENT)));
    }
}
