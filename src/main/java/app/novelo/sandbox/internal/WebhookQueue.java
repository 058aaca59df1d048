package app.novelo.sandbox.internal;

import app.novelo.platform.Wakeups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Updates on their way to the webhook. A row leaves only once the webhook has answered 200, so that not even a killed
 * process loses one; one that had just been taken may then come again, as with Meta.
 */
@SandboxOnly
@Repository
class WebhookQueue {

    /** Signalled when something was added. */
    static final String TOPIC = "sandbox.webhook";

    private final JdbcClient jdbc;
    private final MetaJson json;
    private final Wakeups wakeups;
    private final Disorder disorder;

    WebhookQueue(JdbcClient jdbc, MetaJson json, Wakeups wakeups, Disorder disorder) {
        this.jdbc = jdbc;
        this.json = json;
        this.wakeups = wakeups;
        this.disorder = disorder;
    }

    void add(WebhookUpdate update) {
        add(update, Duration.ZERO);
    }

    /**
     * An account that the app has not subscribed to tells nothing, and nothing is made up for.
     *
     * @param delay real time until the update is offered; faults may add to it
     */
    void add(WebhookUpdate update, Duration delay) {
        var contact = update.contact();
        jdbc.sql(
                        """
                        insert into sandbox.webhook (kind, account, line, message_id, phone, item, contact, attempts, due_at)
                        select :kind, id, :line, :message, :phone, :item, :contact, 0,
                          clock_timestamp() + :millis * interval '1 millisecond'
                        from sandbox.account where subscribed and id =
                          coalesce(nullif(:account, ''), (select account from sandbox.line where id = :line))""")
                .param("kind", update.kind().word())
                .param("account", update.account())
                .param("line", update.line())
                .param("message", update.messageId())
                .param("phone", update.phone().value())
                .param("item", json.text(update.item()))
                .param("contact", contact == null ? null : json.text(contact))
                .param("millis", delay.plus(disorder.of(update)).toMillis())
                .update();
        wakeups.signal(TOPIC);
    }

    /** @return what is due: those never offered together, or else one that failed before, alone */
    List<WebhookUpdate> due(int most) {
        var due = jdbc.sql(
                        """
                        select * from sandbox.webhook where due_at <= clock_timestamp()
                        order by attempts > 0, due_at, id limit ?""")
                .param(most)
                .query((row, n) -> update(row))
                .list();
        var fresh = due.stream().filter(update -> update.attempts() == 0).toList();
        return fresh.isEmpty() ? due.stream().limit(1).toList() : fresh;
    }

    /** @return how long the oldest of what is due has waited */
    Duration longestWait() {
        var millis = jdbc.sql(
                        """
                        select coalesce(extract(epoch from clock_timestamp() - min(due_at)) * 1000, 0)::bigint
                        from sandbox.webhook where due_at <= clock_timestamp()""")
                .query(Long.class)
                .single();
        return Duration.ofMillis(millis);
    }

    void taken(List<WebhookUpdate> updates) {
        jdbc.sql("delete from sandbox.webhook where id in (:ids)")
                .param("ids", ids(updates))
                .update();
    }

    void postpone(List<WebhookUpdate> updates, Duration delay) {
        jdbc.sql(
                        """
                        update sandbox.webhook set attempts = attempts + 1,
                          due_at = clock_timestamp() + :millis * interval '1 millisecond'
                        where id in (:ids)""")
                .param("millis", delay.toMillis())
                .param("ids", ids(updates))
                .update();
    }

    /** After a restart or once the webhook is back nobody waits out an old back-off. */
    void hurry() {
        jdbc.sql("update sandbox.webhook set due_at = clock_timestamp() where attempts > 0")
                .update();
    }

    private static List<Long> ids(List<WebhookUpdate> updates) {
        return updates.stream().map(WebhookUpdate::id).toList();
    }

    private WebhookUpdate update(ResultSet row) throws SQLException {
        var contact = row.getString("contact");
        return new WebhookUpdate(
                row.getLong("id"),
                WebhookUpdate.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("account"),
                row.getString("line"),
                row.getString("message_id"),
                new Digits(row.getString("phone")),
                json.object(row.getString("item")),
                contact == null ? null : json.object(contact),
                row.getInt("attempts"));
    }
}
