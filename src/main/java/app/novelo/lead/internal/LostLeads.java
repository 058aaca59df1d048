package app.novelo.lead.internal;

import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import app.novelo.platform.UserDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads that were lost, or fell silent, and were never followed up. */
@Component
class LostLeads {

    private static final Duration USUAL = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Customers customers;
    private final UserDirectory users;
    private final Clock clock;

    LostLeads(JdbcClient jdbc, Customers customers, UserDirectory users, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.users = users;
        this.clock = clock;
    }

    /**
     * @param from of their opening; null: thirty days ago
     * @param silentDays after which an open one counts as silent
     */
    record Span(@Nullable Instant from, @Nullable Instant to, int silentDays, int limit) {}

    /** @param count of all, also of those that are not listed */
    record Report(int count, List<Item> items) {}

    /** @param silentSince of one that is still open; null: it is lost */
    record Item(
            String number,
            UUID customer,
            @Nullable String customerName,
            String stage,
            @Nullable String owner,
            @Nullable String ownerName,
            String queue,
            @Nullable String reason,
            @Nullable BigDecimal value,
            @Nullable String currency,
            Instant openedAt,
            @Nullable Instant silentSince) {

        Item of(@Nullable String name, @Nullable String person) {
            return new Item(
                    number,
                    customer,
                    name,
                    stage,
                    owner,
                    person,
                    queue,
                    reason,
                    value,
                    currency,
                    openedAt,
                    silentSince);
        }
    }

    Report of(Caller caller, Span span) {
        var now = clock.instant();
        var items = jdbc.sql(
                        """
                        select *, count(*) over () as every from lead.lead
                        where opened_at >= :from and opened_at < :to and follow_ups = 0
                          and (stage = 'LOST' and lost_reason not in ('notALead', 'duplicate')
                            or closed_at is null and moved_at < :silent)
                          and (:all or queue in (:groups) or owner = :caller)
                        order by opened_at desc, number desc limit :limit""")
                .param("from", Sql.time(span.from() == null ? now.minus(USUAL) : span.from()))
                .param("to", Sql.time(span.to() == null ? now : span.to()))
                .param("silent", Sql.time(now.minus(Duration.ofDays(span.silentDays()))))
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("limit", span.limit())
                .query((row, n) -> new Counted(
                        row.getInt("every"),
                        new Item(
                                row.getString("number"),
                                row.getObject("customer", UUID.class),
                                null,
                                Stage.valueOf(row.getString("stage")).id(),
                                row.getString("owner"),
                                null,
                                row.getString("queue"),
                                row.getString("lost_reason"),
                                row.getBigDecimal("value"),
                                row.getString("currency"),
                                Sql.instant(row, "opened_at"),
                                Sql.instantOrNull(row, "closed_at") == null ? Sql.instant(row, "moved_at") : null)))
                .list();
        return new Report(
                items.isEmpty() ? 0 : items.get(0).every(),
                named(items.stream().map(Counted::item).toList()));
    }

    private List<Item> named(List<Item> items) {
        var found = customers.find(items.stream().map(Item::customer).collect(Collectors.toSet()));
        return items.stream()
                .map(item -> item.of(
                        Optional.ofNullable(found.get(item.customer()))
                                .map(Customer::name)
                                .orElse(null),
                        Optional.ofNullable(item.owner())
                                .flatMap(users::find)
                                .map(Caller::name)
                                .orElse(item.owner())))
                .toList();
    }

    private record Counted(int every, Item item) {}
}
