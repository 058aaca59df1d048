package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code casework.integrity_report}: what was found, for a while. */
@Component
class IntegrityReports {

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Events events;

    IntegrityReports(JdbcClient jdbc, Events events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param by user id; null = the nightly job */
    record Report(long id, Instant at, @Nullable String by, int found, List<Broken> items) {}

    @Transactional
    public Report add(Instant at, @Nullable String by, Collection<Broken> found) {
        var id = jdbc.sql(
                        "insert into casework.integrity_report (at, by_whom, found) values (:at, :by, :found) returning id")
                .param("at", time(at))
                .param("by", by, Types.VARCHAR)
                .param("found", found.size())
                .query(Long.class)
                .single();
        found.forEach(broken -> add(id, broken));
        if (!found.isEmpty()) {
            events.append("integrity.broken", Map.of("report", id, "found", found.size()));
        }
        jdbc.sql("delete from casework.integrity_report where at < ?")
                .param(time(at.minus(KEPT)))
                .update();
        return new Report(id, at, by, found.size(), List.copyOf(found));
    }

    private void add(long report, Broken broken) {
        jdbc.sql("insert into casework.integrity_finding (report, what, subject, detail) values (?, ?, ?, ?)")
                .param(report)
                .param(broken.what())
                .param(broken.subject())
                .param(broken.detail())
                .update();
    }

    Optional<Report> newest() {
        return jdbc.sql("select id, at, by_whom, found from casework.integrity_report order by id desc limit 1")
                .query((row, n) -> new Report(
                        row.getLong("id"),
                        Sql.instant(row, "at"),
                        row.getString("by_whom"),
                        row.getInt("found"),
                        items(row.getLong("id"))))
                .optional();
    }

    private List<Broken> items(long report) {
        return jdbc.sql(
                        "select what, subject, detail from casework.integrity_finding where report = ? order by what, subject")
                .param(report)
                .query(Broken.class)
                .list();
    }
}
