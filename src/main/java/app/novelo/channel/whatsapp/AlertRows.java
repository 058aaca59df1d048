package app.novelo.channel.whatsapp;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Account.Alert;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person should look at: one row for each kind and what it is about, until it is settled. */
@Component
class AlertRows {

    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Of(String account, Alert alert) {}

    Map<String, List<Alert>> open() {
        return jdbc
                .sql(
                        """
                        select id, account, about, kind, severity, description, at from channel.account_alert
                        where settled_at is null order by at desc, id desc""")
                .query((row, n) -> new Of(
                        row.getString("account"),
                        new Alert(
                                Long.toString(row.getLong("id")),
                                row.getString("about"),
                                row.getString("kind"),
                                row.getString("severity"),
                                row.getString("description"),
                                Sql.instant(row, "at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::account, Collectors.mapping(Of::alert, Collectors.toList())));
    }

    /** Told again, it is open again. */
    void raise(String account, String about, String kind, String severity, String description, Instant at) {
        jdbc.sql(
                        """
                        insert into channel.account_alert (account, about, kind, severity, description, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (account, about, kind) do update set severity = excluded.severity,
                          description = excluded.description, at = excluded.at, settled_at = null, settled_by = null""")
                .param(account)
                .param(about)
                .param(kind)
                .param(severity)
                .param(description)
                .param(time(at))
                .update();
    }

    /** The channel says that it is over. */
    void over(String account, String about, String kind, Instant at) {
        jdbc.sql(
                        """
                        update channel.account_alert set settled_at = ?
                        where account = ? and about = ? and kind = ? and settled_at is null""")
                .param(time(at))
                .param(account)
                .param(about)
                .param(kind)
                .update();
    }

    /** Somebody has looked at it. @return false if there is none that is open */
    boolean settle(String account, long id, String by, Instant at) {
        return jdbc.sql(
                                """
                        update channel.account_alert set settled_at = ?, settled_by = ?
                        where account = ? and id = ? and settled_at is null""")
                        .param(time(at))
                        .param(by)
                        .param(account)
                        .param(id)
                        .update()
                > 0;
    }
}
