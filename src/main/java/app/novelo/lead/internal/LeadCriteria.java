package app.novelo.lead.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code lead.criterion}: what is known of leads, and who said so. */
@Component
class LeadCriteria {

    private final JdbcClient jdbc;

    LeadCriteria(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param value null: it is not known any more
     * @param source {@code message}, {@code question}, {@code agent} or {@code api}
     * @param reference id of the message, or of the user
     */
    record Known(String criterion, @Nullable String value, String source, @Nullable String reference, Instant at) {}

    void add(String number, Known known) {
        jdbc.sql(
                        """
                        insert into lead.criterion (number, criterion, value, source, reference, at)
                        values (:number, :criterion, :value, :source, :reference, :at)""")
                .param("number", number)
                .param("criterion", known.criterion())
                .param("value", known.value(), Types.VARCHAR)
                .param("source", known.source())
                .param("reference", known.reference(), Types.VARCHAR)
                .param("at", time(known.at()))
                .update();
    }

    /** @return what counts now, by criterion; nothing that was taken back */
    Map<Criterion, Known> of(String number) {
        return of(List.of(number)).getOrDefault(number, Map.of());
    }

    Map<String, Map<Criterion, Known>> of(Collection<String> numbers) {
        var found = new HashMap<String, Map<Criterion, Known>>();
        jdbc.sql(
                        """
                        select distinct on (number, criterion) * from lead.criterion
                        where number = any(?) order by number, criterion, id desc""")
                .param(numbers.toArray(String[]::new))
                .query(row -> {
                    var known = known(row);
                    if (known.value() != null) {
                        Criterion.of(known.criterion()).ifPresent(criterion -> found.computeIfAbsent(
                                        number(row), any -> new EnumMap<>(Criterion.class))
                                .put(criterion, known));
                    }
                });
        return found;
    }

    private static String number(ResultSet row) {
        try {
            return row.getString("number");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("criterion"),
                row.getString("value"),
                row.getString("source"),
                row.getString("reference"),
                Sql.instant(row, "at"));
    }
}
