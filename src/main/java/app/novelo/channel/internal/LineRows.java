package app.novelo.channel.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Line;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code channel.line}. */
@Component
class LineRows {

    private static final String SELECT =
            """
            select id, channel, provider_id, display, account_id, name, queue, manager, calendar, language, persona, off_since
            from channel.line
            """;

    private final JdbcClient jdbc;

    LineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Line> all() {
        return jdbc.sql(SELECT + "order by position").query(LineRows::line).list();
    }

    Optional<Line> find(String channel, String providerId) {
        return jdbc.sql(SELECT + "where channel = ? and provider_id = ?")
                .param(channel)
                .param(providerId)
                .query(LineRows::line)
                .optional();
    }

    Optional<Line> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(LineRows::line)
                .optional();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getString("provider_id"),
                row.getString("display"),
                row.getString("account_id"),
                row.getString("name"),
                row.getString("queue"),
                row.getString("manager"),
                row.getString("calendar"),
                row.getString("language"),
                row.getString("persona"),
                Sql.instantOrNull(row, "off_since"));
    }

    /** @return false if there is one of this id already */
    boolean insert(Line line) {
        return set(
                        """
                        insert into channel.line (id, channel, provider_id, account_id, display, display_given, name, queue,
                          manager, calendar, language, persona, off_since)
                        values (:id, :channel, :provider, :account, :display, true, :name, :queue, :manager, :calendar,
                          :language, :persona, :offSince)
                        on conflict (channel, provider_id) do nothing""",
                        line)
                == 1;
    }

    void update(Line line) {
        set(
                """
                update channel.line set display = :display, display_given = display_given or display <> :display,
                  name = :name, queue = :queue, manager = :manager, calendar = :calendar, language = :language,
                  persona = :persona, off_since = :offSince
                where id = :id""",
                line);
    }

    private int set(String sql, Line line) {
        return jdbc.sql(sql)
                .param("id", line.id())
                .param("channel", line.channel())
                .param("provider", line.providerId())
                .param("account", line.accountId())
                .param("display", line.display())
                .param("name", line.name())
                .param("queue", line.queue(), Types.VARCHAR)
                .param("manager", line.manager(), Types.VARCHAR)
                .param("calendar", line.calendar(), Types.VARCHAR)
                .param("language", line.language(), Types.VARCHAR)
                .param("persona", line.persona(), Types.VARCHAR)
                .param(
                        "offSince",
                        line.offSince() == null ? null : time(line.offSince()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** How it stands is read soon. */
    void keepHealth(Line line) {
        jdbc.sql("insert into channel.line_health (line) values (?)")
                .param(line.id())
                .update();
    }

    /** The account is known as soon as a line has it. */
    void keepAccount(Line line) {
        jdbc.sql("insert into channel.account (id, channel) values (?, ?) on conflict do nothing")
                .param(line.accountId())
                .param(line.channel())
                .update();
    }
}
