package app.novelo.desk.internal;

import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queues hardly change and every decision asks for one: found ones stay in memory, missing ones are looked for again. */
@Component
class StoredQueues implements Queues {

    private static final String SELECT = "select id, name, calendar from desk.queue ";

    private final JdbcClient jdbc;
    private final Map<String, Queue> known = new ConcurrentHashMap<>();

    StoredQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Queue> find(String id) {
        return Optional.ofNullable(known.get(id)).or(() -> read(id));
    }

    private Optional<Queue> read(String id) {
        var found =
                jdbc.sql(SELECT + "where id = ?").param(id).query(Queue.class).optional();
        found.ifPresent(queue -> known.put(id, queue));
        return found;
    }

    @Override
    public String existing(@Nullable String id) {
        return id == null ? Queue.TRIAGE : find(id).map(Queue::id).orElse(Queue.TRIAGE);
    }

    @Override
    public List<Queue> all() {
        return jdbc.sql(SELECT + "order by name").query(Queue.class).list();
    }
}
