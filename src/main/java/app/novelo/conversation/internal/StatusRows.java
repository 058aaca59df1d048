package app.novelo.conversation.internal;

import app.novelo.channel.Cost;
import app.novelo.channel.Costs;
import app.novelo.channel.StatusUpdate;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.internal.LateFailures.LateFailure;
import app.novelo.platform.Events;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Moves messages forward to what the channel says of them: one statement for a whole set. */
@Component
class StatusRows {

    /**
     * The row is locked before it is looked at: whoever takes a price first is the only one who counts it. The subqueries
     * hide from the planner how many there are: for one alone it would plan anew each time, which costs more than the work.
     */
    private static final String FORWARD =
            """
            with news as (
              select * from unnest((select ?::text[]), (select ?::text[]), (select ?::int[]), (select ?::text[]),
                  (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::boolean[]), (select ?::text[]),
                  (select ?::numeric[]), (select ?::text[]), (select ?::boolean[]))
                as n (provider_id, status, rank, at, errors, pricing, category, billable, market, amount, currency, sample)),
            found as (
              select m.id as message, m.at as message_at, m.pricing is null and n.pricing is not null as priced, n.*
              from news n join conversation.provider_message p on p.provider_id = n.provider_id
                join conversation.message m on m.id = p.message and m.at = p.at
              where m.direction = 'OUT' and (n.rank > m.status_rank or m.pricing is null and n.pricing is not null)
              for update of m),
            moved as (
              update conversation.message m
              set status = case when n.rank > m.status_rank then n.status else m.status end,
                  status_at = case when n.rank > m.status_rank then n.at::timestamptz else m.status_at end,
                  errors = case when n.rank > m.status_rank then n.errors::jsonb else m.errors end,
                  pricing = coalesce(m.pricing, n.pricing::jsonb),
                  cost_category = case when n.priced then n.category else m.cost_category end,
                  cost_billable = case when n.priced then n.billable else m.cost_billable end,
                  cost_market = case when n.priced then n.market else m.cost_market end,
                  cost_amount = case when n.priced then n.amount else m.cost_amount end,
                  cost_currency = case when n.priced then n.currency else m.cost_currency end,
                  cost_sample = case when n.priced then n.sample else m.cost_sample end,
                  status_rank = greatest(m.status_rank, n.rank)
              from found n where m.id = n.message and m.at = n.message_at
              returning m.id, m.conversation,
                case when m.status = 'FAILED' and n.status = 'FAILED' then coalesce((n.errors::jsonb -> 0 ->> 'code')::int, 0) end
                  as failure, n.at, case when n.priced then n.provider_id end as priced)
            select id, conversation, failure, at, priced from moved""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Events events;
    private final LateFailures failures;
    private final Costs costs;

    StatusRows(JdbcTemplate jdbc, ObjectMapper json, Events events, LateFailures failures, Costs costs) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.failures = failures;
        this.costs = costs;
    }

    /** Only the strongest status of each message counts; the first pricing seen is kept. */
    void forward(List<StatusUpdate> updates) {
        var strongest = strongest(updates);
        if (strongest.isEmpty()) {
            return;
        }
        var moved = new ArrayList<Map<String, Object>>();
        var failed = new ArrayList<LateFailure>();
        var priced = new HashSet<String>();
        jdbc.query(
                FORWARD,
                row -> {
                    moved.add(Map.of("message", row.getString(1), "conversation", row.getString(2)));
                    if (row.getString(3) != null) {
                        failed.add(failure(row));
                    }
                    priced.add(row.getString(5));
                },
                columns(strongest));
        events.appendAll("message.status", moved);
        failures.note(failed);
        costs.count(strongest.stream()
                .filter(news -> priced.contains(news.update.providerId()))
                .flatMap(news -> Stream.ofNullable(news.cost))
                .toList());
    }

    private Object[] columns(List<News> news) {
        return new Object[] {
            array(news, one -> one.update.providerId()),
            array(news, one -> one.status.name()),
            news.stream().map(one -> one.status.rank()).toArray(Integer[]::new),
            array(news, one -> one.update.at().toString()),
            array(news, one -> errors(one.update)),
            array(news, News::pricing),
            array(news, cost(Cost::category)),
            array(news, cost(Cost::billable)),
            array(news, cost(Cost::market)),
            array(news, cost(Cost::amount)),
            array(news, cost(Cost::currency)),
            array(news, cost(Cost::sample))
        };
    }

    private static Function<News, @Nullable Object> cost(Function<Cost, @Nullable Object> part) {
        return news -> news.cost == null ? null : part.apply(news.cost);
    }

    private static LateFailure failure(ResultSet row) throws SQLException {
        return new LateFailure(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                Instant.parse(row.getString(4)));
    }

    private static @Nullable String[] array(List<News> news, Function<News, ? extends @Nullable Object> column) {
        return news.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private List<News> strongest(List<StatusUpdate> updates) {
        var best = new HashMap<String, News>();
        for (var update : updates) {
            MessageStatus.ofChannel(update.status())
                    .ifPresent(status -> best.merge(update.providerId(), news(update, status), News::stronger));
        }
        return best.values().stream()
                .sorted((one, other) -> one.update.providerId().compareTo(other.update.providerId()))
                .toList();
    }

    private News news(StatusUpdate update, MessageStatus status) {
        var charge = update.charge();
        return new News(update, status, update.pricing(), charge == null ? null : costs.of(charge, update.at()));
    }

    private @Nullable String errors(StatusUpdate update) {
        if (update.errors().isEmpty()) {
            return null;
        }
        try {
            return json.writeValueAsString(update.errors());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error is plain data", e);
        }
    }

    /** @param pricing the first that came, with what it costs */
    private record News(StatusUpdate update, MessageStatus status, @Nullable String pricing, @Nullable Cost cost) {

        News stronger(News other) {
            var better = other.status.rank() > status.rank() ? other : this;
            var first = pricing != null ? this : other;
            return new News(better.update, better.status, first.pricing, first.cost);
        }
    }
}
