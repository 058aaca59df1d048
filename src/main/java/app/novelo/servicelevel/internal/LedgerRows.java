package app.novelo.servicelevel.internal;

import app.novelo.platform.Sql;
import app.novelo.servicelevel.ClockReport.Entry;
import app.novelo.servicelevel.ClockReport.Promised;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger, to be read by people. */
@Component
class LedgerRows {

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(UUID clock, Entry entry) {}

    List<Line> of(String caseNumber) {
        return jdbc.sql(
                        """
                        select clock, at, event, cause, due_before, due_at, minutes, calendar, calendar_version, table_version,
                          rule, note from servicelevel.ledger where case_number = ? order by id""")
                .param(caseNumber)
                .query((row, n) -> new Line(row.getObject("clock", UUID.class), entry(row)))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Sql.instant(row, "at"),
                row.getString("event"),
                row.getString("cause"),
                Sql.instantOrNull(row, "due_before"),
                Sql.instant(row, "due_at"),
                row.getString("note"),
                promised(row));
    }

    private static @Nullable Promised promised(ResultSet row) throws SQLException {
        var calendar = row.getString("calendar");
        return calendar == null
                ? null
                : new Promised(
                        row.getInt("minutes"),
                        calendar,
                        row.getInt("calendar_version"),
                        row.getInt("table_version"),
                        Objects.requireNonNullElse(row.getString("rule"), ""));
    }
}
