package app.novelo.channel.whatsapp;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Line;
import app.novelo.channel.LineHealth;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import app.novelo.platform.Wakeups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code channel.line_health}: what was told or read of each number, and which are to be read. */
@Component
class LineHealthRows {

    static final String DUE = "line-health";

    private static final String SELECT =
            """
            select line, quality, messaging_limit, throughput, verified_name, name_status, status, can_send, checked_at,
              problem from channel.line_health
            """;

    private final JdbcClient jdbc;
    private final Events events;
    private final Wakeups wakeups;

    LineHealthRows(JdbcClient jdbc, Events events, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.events = events;
        this.wakeups = wakeups;
    }

    /** @param problem why it could not be read the last time */
    record Row(UUID line, LineHealth health, @Nullable String problem) {}

    Map<UUID, Row> all() {
        return jdbc.sql(SELECT).query(LineHealthRows::row).list().stream()
                .collect(Collectors.toMap(Row::line, row -> row));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var health = new LineHealth(
                row.getString("quality"),
                row.getString("messaging_limit"),
                row.getString("throughput"),
                row.getString("verified_name"),
                row.getString("name_status"),
                row.getString("status"),
                row.getString("can_send"),
                Sql.instantOrNull(row, "checked_at"));
        return new Row(row.getObject("line", UUID.class), health, row.getString("problem"));
    }

    /** What was not told stays as it was. */
    @Transactional
    public void told(Line line, LineHealth news) {
        write(line, news, false, null);
    }

    /** The same of what was asked for. @param problem why there was no answer */
    @Transactional
    public void read(Line line, LineHealth answer, @Nullable String problem) {
        write(line, answer, true, problem);
    }

    private void write(Line line, LineHealth news, boolean asked, @Nullable String problem) {
        keep(line);
        int changed = jdbc.sql(
                        """
                        with before as (select * from channel.line_health where line = :line for update),
                        after as (update channel.line_health h set
                          quality = coalesce(:quality, h.quality), messaging_limit = coalesce(:limit, h.messaging_limit),
                          throughput = coalesce(:throughput, h.throughput),
                          verified_name = coalesce(:name, h.verified_name),
                          name_status = coalesce(:nameStatus, h.name_status), status = coalesce(:status, h.status),
                          can_send = coalesce(:canSend, h.can_send), checked_at = coalesce(:at, h.checked_at),
                          problem = case when :asked then :problem else h.problem end
                          where line = :line returning h.*)
                        select count(*) from before b, after a
                        where (b.quality, b.messaging_limit, b.throughput, b.verified_name, b.name_status, b.status,
                            b.can_send, b.problem)
                          is distinct from (a.quality, a.messaging_limit, a.throughput, a.verified_name, a.name_status,
                            a.status, a.can_send, a.problem)""")
                .param("line", line.id())
                .param("quality", news.quality(), Types.VARCHAR)
                .param("limit", news.limit(), Types.VARCHAR)
                .param("throughput", news.throughput(), Types.VARCHAR)
                .param("name", news.verifiedName(), Types.VARCHAR)
                .param("nameStatus", news.nameStatus(), Types.VARCHAR)
                .param("status", news.status(), Types.VARCHAR)
                .param("canSend", news.canSend(), Types.VARCHAR)
                .param("at", news.checkedAt() == null ? null : time(news.checkedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("asked", asked)
                .param("problem", problem, Types.VARCHAR)
                .query(Integer.class)
                .single();
        if (changed > 0) {
            events.append("line.changed", Map.of("line", line.id().toString()));
        }
    }

    /** Is read soon. */
    void due(List<Line> lines) {
        lines.forEach(line -> {
            keep(line);
            jdbc.sql("update channel.line_health set due = true where line = ?")
                    .param(line.id())
                    .update();
        });
        wakeups.signal(DUE);
    }

    private void keep(Line line) {
        jdbc.sql("insert into channel.line_health (line) values (?) on conflict do nothing")
                .param(line.id())
                .update();
    }

    /** @return lines that are to be read now, by this node alone */
    List<UUID> takeDue() {
        return jdbc.sql(
                        """
                        update channel.line_health set due = false where line in (
                          select line from channel.line_health where due limit 5 for update skip locked)
                        returning line""")
                .query(UUID.class)
                .list();
    }
}
