package app.novelo.conversation.internal;

import app.novelo.channel.Cost;
import app.novelo.conversation.Author;
import app.novelo.conversation.ConversationAccess;
import app.novelo.platform.Callers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the messages of a conversation cost, for whoever may see it. */
@RestController
class CostController {

    /**
     * By WhatsApp's words, and ours where there are none: messages that were priced before their cost was kept. What has
     * failed is not charged.
     */
    private static final String GROUPS =
            """
            with priced as (
              select coalesce(cost_category, lower(pricing ->> 'category'), 'unknown') as category,
                case when cost_category is not null then cost_billable when pricing ->> 'billable' in ('true', 'false')
                  then (pricing ->> 'billable')::boolean end as billable,
                cost_currency as currency,
                case when cost_category is null and pricing ->> 'billable' = 'false' then 0 else cost_amount end as amount,
                coalesce(cost_sample, false) as sample, status in ('ACCEPTED', 'SENT') as expected
              from conversation.message
              where conversation = ? and direction = 'OUT' and pricing is not null and status <> 'FAILED')
            select category, billable, currency, count(*) as messages, count(*) filter (where amount is null) as unpriced,
              count(*) filter (where sample) as sample, count(*) filter (where expected) as expected, sum(amount) as amount
            from priced group by category, billable, currency order by category, billable, currency""";

    /** What somebody writes in the channel's own app costs nothing, and nothing is told of it. */
    private static final String WITHOUT_PRICE =
            """
            select count(*) from conversation.message
            where conversation = ? and direction = 'OUT' and pricing is null and author_id is distinct from '%s'
              and status in ('ACCEPTED', 'SENT', 'DELIVERED', 'READ', 'PLAYED')"""
                    .formatted(Author.PHONE);

    private final ConversationAccess access;
    private final JdbcClient jdbc;

    CostController(ConversationAccess access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/conversations/{id}/cost")
    ConversationCost cost(@PathVariable UUID id) {
        access.visible(Callers.current(), id);
        var groups = jdbc.sql(GROUPS)
                .param(id)
                .query((row, n) -> new Group(
                        row.getString("category"),
                        row.getObject("billable", Boolean.class),
                        row.getLong("messages"),
                        row.getLong("unpriced"),
                        row.getLong("sample"),
                        row.getLong("expected"),
                        row.getString("currency"),
                        shown(row.getBigDecimal("amount"))))
                .list();
        long without = jdbc.sql(WITHOUT_PRICE).param(id).query(Long.class).single();
        return new ConversationCost(id.toString(), totals(groups), groups, without);
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal amount) {
        return amount == null ? null : Cost.shown(amount);
    }

    private static List<Total> totals(List<Group> groups) {
        var sums = new TreeMap<String, Group>();
        groups.stream()
                .filter(group -> group.currency != null && !Boolean.FALSE.equals(group.billable))
                .forEach(group -> sums.merge(String.valueOf(group.currency), group, Group::plus));
        return sums.entrySet().stream().map(CostController::total).toList();
    }

    private static Total total(Map.Entry<String, Group> sum) {
        var group = sum.getValue();
        return new Total(sum.getKey(), group.amount, group.messages, group.unpriced, group.sample);
    }

    /**
     * @param totals of what is not free, one for each currency
     * @param withoutPrice messages of which WhatsApp has not said what they cost (yet)
     */
    record ConversationCost(String conversation, List<Total> totals, List<Group> groups, long withoutPrice) {}

    /**
     * @param amount exact; null if no price is known
     * @param unpriced of the messages those whose price is not known: the amount is without them
     * @param sample of the messages those whose price is an example only, until a real list is imported
     */
    record Total(String currency, @Nullable BigDecimal amount, long messages, long unpriced, long sample) {}

    /**
     * @param category WhatsApp's word; {@code unknown} if it gave none
     * @param billable null if its words do not tell
     * @param expected of the messages those that have not been delivered yet: WhatsApp charges them then
     */
    record Group(
            String category,
            @Nullable Boolean billable,
            long messages,
            long unpriced,
            long sample,
            long expected,
            @Nullable String currency,
            @Nullable BigDecimal amount) {

        Group plus(Group other) {
            return new Group(
                    category,
                    billable,
                    messages + other.messages,
                    unpriced + other.unpriced,
                    sample + other.sample,
                    expected + other.expected,
                    currency,
                    amount == null
                            ? other.amount
                            : other.amount == null ? amount : Cost.shown(amount.add(other.amount)));
        }
    }
}
