package app.novelo.conversation.internal;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Moves messages forward to what the channel says of them: one statement for a whole set. */
@Component
class StatusRows {

    private static final String FORWARD =
            """
            with news as (
              select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                as n (provider_id, status, rank, at, errors, pricing)),
            moved as (
              update conversation.message m
              set status = case when n.rank > m.status_rank then n.status else m.status end,
                  status_at = case when n.rank > m.status_rank then n.at::timestamptz else m.status_at end,
                  errors = case when n.rank > m.status_rank then n.errors::jsonb else m.errors end,
                  pricing = coalesce(m.pricing, n.pricing::jsonb),
                  status_rank = greatest(m.status_rank, n.rank)
              from news n join conversation.provider_message p on p.provider_id = n.provider_id
              where m.id = p.message and m.at = p.at and m.direction = 'OUT'
                and (n.rank > m.status_rank or m.pricing is null and n.pricing is not null)
              returning m.id, m.conversation,
                case when m.status = 'FAILED' and n.status = 'FAILED' then coalesce((n.errors::jsonb -> 0 ->> 'code')::int, 0) end
                  as failure, n.at)
            select id, conversation, failure, at from moved""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Events events;
    private final LateFailures failures;

    StatusRows(JdbcTemplate jdbc, ObjectMapper json, Events events, LateFailures failures) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.failures = failures;
    }

    /** Only the strongest status of each message counts; the first pricing seen is kept. */
    void forward(List<StatusUpdate> updates) {
        var strongest = strongest(updates);
        if (strongest.isEmpty()) {
            return;
        }
        var moved = new ArrayList<Map<String, Object>>();
        var failed = new ArrayList<LateFailure>();
        jdbc.query(
                FORWARD,
                row -> {
                    moved.add(Map.of("message", row.getString(1), "conversation", row.getString(2)));
                    if (row.getString(3) != null) {
                        failed.add(failure(row));
                    }
                },
                array(strongest, news -> news.update.providerId()),
                array(strongest, news -> news.status.name()),
                strongest.stream().map(news -> news.status.rank()).toArray(Integer[]::new),
                array(strongest, news -> news.update.at().toString()),
                array(strongest, news -> errors(news.update)),
                array(strongest, news -> news.pricing));
        events.appendAll("message.status", moved);
        failures.note(failed);
    }

    private static LateFailure failure(ResultSet row) throws SQLException {
        return new LateFailure(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                Instant.parse(row.getString(4)));
    }

    private static String[] array(List<News> news, java.util.function.Function<News, @Nullable String> column) {
        return news.stream().map(column).toArray(String[]::new);
    }

    private static List<News> strongest(List<StatusUpdate> updates) {
        var best = new HashMap<String, News>();
        for (var update : updates) {
            MessageStatus.ofChannel(update.status())
                    .ifPresent(status -> best.merge(
                            update.providerId(), new News(update, status, update.pricing()), News::stronger));
        }
        return best.values().stream()
                .sorted((one, other) -> one.update.providerId().compareTo(other.update.providerId()))
                .toList();
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

    private record News(StatusUpdate update, MessageStatus status, @Nullable String pricing) {

        News stronger(News other) {
            var better = other.status.rank() > status.rank() ? other : this;
            return new News(better.update, better.status, pricing != null ? pricing : other.pricing);
        }
    }
}
