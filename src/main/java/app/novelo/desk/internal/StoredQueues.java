package app.novelo.desk.internal;

import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredQueues implements Queues {

    private static final String SELECT = "select id, name, calendar from desk.queue ";

    private final JdbcClient jdbc;

    StoredQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Queue> find(String id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Queue.class).optional();
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
