package app.novelo.platform.internal;

import app.novelo.platform.AtCommit;
import app.novelo.platform.DomainEvent;
import app.novelo.platform.EventPosition;
import app.novelo.platform.EventReader;
import app.novelo.platform.Events;
import app.novelo.platform.Wakeups;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEvents implements Events, EventReader {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private static final String INSERT =
            """
            insert into platform.event (type, at, data)
            select type, at, data::jsonb
            from unnest(?::text[], ?::timestamptz[], ?::text[]) with ordinality as e (type, at, data, place)
            order by place""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Wakeups wakeups;
    private final AtCommit<Appended> appended = new AtCommit<>(this::write);

    JdbcEvents(JdbcClient jdbc, ObjectMapper json, Clock clock, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.wakeups = wakeups;
    }

    @Override
    public void append(String type, Map<String, ?> data) {
        appended.add(new Appended(type, clock.instant(), write(data)));
        wakeups.signal("event");
    }

    @Override
    public void appendAll(String type, List<Map<String, Object>> data) {
        if (data.isEmpty()) {
            return;
        }
        data.forEach(one -> append(type, one));
    }

    private void write(List<Appended> events) {
        jdbc.sql(INSERT)
                .param(events.stream().map(Appended::type).toArray(String[]::new))
                .param(events.stream().map(event -> event.at().toString()).toArray(String[]::new))
                .param(events.stream().map(Appended::data).toArray(String[]::new))
                .update();
    }

    private record Appended(String type, Instant at, String data) {}

    @Override
    public EventPosition end() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query((row, n) -> new EventPosition(row.getString(1), 0))
                .single();
    }

    @Override
    public List<DomainEvent> after(EventPosition position, int limit) {
        return jdbc.sql(
                        """
                        select tx::text, id, type, at, data from platform.event
                        where (tx, id) > (?::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())
                        order by tx, id limit ?""")
                .param(position.transaction())
                .param(position.id())
                .param(limit)
                .query((row, n) -> event(row))
                .list();
    }

    private DomainEvent event(ResultSet row) throws SQLException {
        return new DomainEvent(
                new EventPosition(row.getString("tx"), row.getLong("id")),
                row.getString("type"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read(row.getString("data")));
    }

    private String write(Map<String, ?> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event data must be plain values", e);
        }
    }

    private Map<String, Object> read(String data) {
        try {
            return json.readValue(data, DATA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the event log holds what is not JSON", e);
        }
    }
}
