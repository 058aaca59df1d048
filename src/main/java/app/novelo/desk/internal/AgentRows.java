package app.novelo.desk.internal;

import app.novelo.desk.OwnNumbers;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code desk.agent}. */
@Component
class AgentRows implements OwnNumbers {

    private static final String SELECT =
            "select id, languages, skills, capacity, calendar, active, whatsapp from desk.agent ";

    private static final RowMapper<AgentRow> MAPPER = (row, n) -> new AgentRow(
            row.getString("id"),
            texts(row.getArray("languages")),
            texts(row.getArray("skills")),
            row.getInt("capacity"),
            row.getString("calendar"),
            row.getBoolean("active"),
            row.getString("whatsapp"));

    private final JdbcClient jdbc;

    AgentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    List<AgentRow> all() {
        return jdbc.sql(SELECT).query(MAPPER).list();
    }

    Optional<AgentRow> find(String id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(MAPPER).optional();
    }

    @Override
    public Optional<String> of(String person) {
        return find(person).filter(AgentRow::active).map(AgentRow::whatsapp);
    }

    void save(AgentRow row) {
        write(
                row,
                """
                do update set languages = excluded.languages, skills = excluded.skills, capacity = excluded.capacity,
                  calendar = excluded.calendar, active = excluded.active,
                  whatsapp = excluded.whatsapp""");
    }

    /** Of whom something was said already, nothing changes. */
    void add(AgentRow row) {
        write(row, "do nothing");
    }

    private void write(AgentRow row, String otherwise) {
        jdbc.sql("insert into desk.agent (id, languages, skills, capacity, calendar, active, whatsapp)"
                        + " values (:id, :languages, :skills, :capacity, :calendar, :active, :whatsapp) on conflict (id) "
                        + otherwise)
                .param("id", row.id())
                .param("languages", row.languages().toArray(String[]::new))
                .param("skills", row.skills().toArray(String[]::new))
                .param("capacity", row.capacity())
                .param("calendar", row.calendar(), Types.VARCHAR)
                .param("active", row.active())
                .param("whatsapp", row.whatsapp(), Types.VARCHAR)
                .update();
    }
}
