package app.novelo.channel.whatsapp;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Account;
import app.novelo.channel.Account.Alert;
import app.novelo.channel.Account.Restriction;
import app.novelo.channel.Lines;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import app.novelo.platform.Wakeups;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code channel.account}: what was told or read of each account. */
@Component
class AccountRows {

    private static final TypeReference<List<Restriction>> RESTRICTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final AlertRows alerts;
    private final Lines lines;
    private final Events events;
    private final Wakeups wakeups;
    private final ObjectMapper json;

    AccountRows(JdbcClient jdbc, AlertRows alerts, Lines lines, Events events, Wakeups wakeups, ObjectMapper json) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.lines = lines;
        this.events = events;
        this.wakeups = wakeups;
        this.json = json;
    }

    List<Account> all() {
        var open = alerts.open();
        return jdbc.sql("select * from channel.account order by id")
                .query((row, n) -> account(row, open.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    boolean exists(String account) {
        return jdbc.sql("select exists (select 1 from channel.account where id = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    private Account account(ResultSet row, List<Alert> open) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("channel"),
                row.getString("name"),
                row.getString("currency"),
                row.getString("review"),
                (Boolean) row.getObject("funded"),
                row.getString("ban"),
                restrictions(row.getString("restrictions")),
                row.getString("can_send"),
                row.getString("token") != null,
                Sql.instantOrNull(row, "token_at"),
                row.getString("token_by"),
                Sql.instantOrNull(row, "token_expires"),
                open,
                Sql.instantOrNull(row, "checked_at"),
                row.getString("problem"));
    }

    /** What was read; what Meta did not tell stays as it was, but for the end of the token. */
    record Reading(
            @Nullable String name,
            @Nullable String currency,
            @Nullable String timezone,
            @Nullable String review,
            @Nullable Boolean funded,
            @Nullable String canSend,
            @Nullable Instant tokenExpires,
            Instant at) {}

    void read(String account, Reading reading) {
        int changed = jdbc.sql(
                        """
                        with before as (select * from channel.account where id = :id for update),
                        after as (update channel.account a set name = coalesce(:name, a.name),
                          currency = coalesce(:currency, a.currency), timezone = coalesce(:timezone, a.timezone),
                          review = coalesce(:review, a.review), funded = coalesce(:funded, a.funded),
                          can_send = coalesce(:canSend, a.can_send), token_expires = :expires, checked_at = :at,
                          problem = null
                          where id = :id returning a.*)
                        select count(*) from before b, after a
                        where (b.name, b.currency, b.timezone, b.review, b.funded, b.can_send, b.token_expires, b.problem)
                          is distinct from (a.name, a.currency, a.timezone, a.review, a.funded, a.can_send,
                            a.token_expires, a.problem)""")
                .param("id", account)
                .param("name", reading.name, Types.VARCHAR)
                .param("currency", reading.currency, Types.VARCHAR)
                .param("timezone", reading.timezone, Types.VARCHAR)
                .param("review", reading.review, Types.VARCHAR)
                .param("funded", reading.funded, Types.BOOLEAN)
                .param("canSend", reading.canSend, Types.VARCHAR)
                .param("expires", timeOrNull(reading.tokenExpires), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", time(reading.at))
                .query(Integer.class)
                .single();
        tell(account, changed);
    }

    void unread(String account, String problem) {
        tell(account, set(account, "problem", problem));
    }

    void review(String account, @Nullable String decision) {
        tell(account, set(account, "review", decision));
    }

    void ban(String account, @Nullable String state) {
        tell(account, set(account, "ban", state));
    }

    private int set(String account, String column, @Nullable String value) {
        return jdbc.sql("update channel.account set " + column + " = :value where id = :id and " + column
                        + " is distinct from :value")
                .param("value", value, Types.VARCHAR)
                .param("id", account)
                .update();
    }

    /** One of a type: told again, its end is another. */
    void restrict(String account, Restriction restriction) {
        tell(
                account,
                jdbc.sql(
                                """
                        update channel.account set restrictions = jsonb_path_query_array(restrictions,
                            '$[*] ? (@.type != $type)', jsonb_build_object('type', ?::text)) || ?::jsonb
                        where id = ?""")
                        .param(restriction.type())
                        .param(write(List.of(restriction)))
                        .param(account)
                        .update());
    }

    void unrestrict(String account) {
        tell(
                account,
                jdbc.sql("update channel.account set restrictions = '[]' where id = ?")
                        .param(account)
                        .update());
    }

    /** Everybody who looks at the lines of the account looks again. */
    void tell(String account, int changed) {
        if (changed > 0) {
            wakeups.signal(Lines.CHANGED);
            events.appendAll(
                    "line.changed",
                    lines.ofAccount(account).stream()
                            .map(line ->
                                    Map.<String, Object>of("line", line.id().toString()))
                            .collect(Collectors.toList()));
        }
    }

    private static @Nullable Object timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    private List<Restriction> restrictions(String text) {
        try {
            return json.readValue(text, RESTRICTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("restrictions are our own JSON", e);
        }
    }

    private String write(List<Restriction> restrictions) {
        try {
            return json.writeValueAsString(restrictions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a restriction is plain data", e);
        }
    }
}
