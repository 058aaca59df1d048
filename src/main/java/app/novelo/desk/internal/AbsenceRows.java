package app.novelo.desk.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.desk.Absences;
import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code desk.absence}. */
@Component
class AbsenceRows implements Absences {

    private static final String SELECT =
            "select id, agent, from_at, until_at, substitute, reason from desk.absence where until_at > :now ";

    private static final RowMapper<Absence> MAPPER = (row, n) -> new Absence(
            row.getObject("id", UUID.class),
            row.getString("agent"),
            Sql.instant(row, "from_at"),
            Sql.instant(row, "until_at"),
            row.getString("substitute"),
            row.getString("reason"));

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return those that are not over, the first to begin first */
    List<Absence> all() {
        return jdbc.sql(SELECT + "order by from_at, id")
                .param("now", time(clock.instant()))
                .query(MAPPER)
                .list();
    }

    List<Absence> of(String agent) {
        return all().stream().filter(absence -> absence.agent().equals(agent)).toList();
    }

    void add(Absence absence) {
        jdbc.sql(
                        """
                        insert into desk.absence (id, agent, from_at, until_at, substitute, reason)
                        values (:id, :agent, :from, :until, :substitute, :reason)""")
                .param("id", absence.id())
                .param("agent", absence.agent())
                .param("from", time(absence.from()))
                .param("until", time(absence.until()))
                .param("substitute", absence.substitute(), Types.VARCHAR)
                .param("reason", absence.reason(), Types.VARCHAR)
                .update();
    }

    /** @return false if there is none of that agent */
    boolean remove(String agent, UUID id) {
        return jdbc.sql("delete from desk.absence where id = ? and agent = ?")
                        .param(id)
                        .param(agent)
                        .update()
                > 0;
    }

    @Override
    public List<Begun> begun() {
        return jdbc
                .sql(SELECT + "and from_at <= :now and not handed_over order by from_at limit 100")
                .param("now", time(clock.instant()))
                .query(MAPPER)
                .list()
                .stream()
                .map(absence -> new Begun(absence.id(), absence.agent(), absence.substitute(), absence.until()))
                .toList();
    }

    @Override
    public void handedOver(UUID absence) {
        jdbc.sql("update desk.absence set handed_over = true where id = ?")
                .param(absence)
                .update();
    }
}
