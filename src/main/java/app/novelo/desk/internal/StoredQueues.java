package app.novelo.desk.internal;

import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.Staffing;
import app.novelo.desk.Strategy;
import app.novelo.platform.Remembered;
import app.novelo.platform.Wakeups;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queues and skills hardly change and every decision asks for one: they stay in memory; missing ones are looked for again. */
@Component
class StoredQueues implements Queues {

    private static final RowMapper<Queue> MAPPER = (row, n) -> new Queue(
            row.getString("id"),
            row.getString("name"),
            row.getString("calendar"),
            Strategy.of(row.getString("strategy")).orElse(Strategy.LEAST_LOADED),
            row.getString("overflow_queue"),
            row.getObject("overflow_minutes", Integer.class),
            row.getObject("take_back_minutes", Integer.class),
            row.getBoolean("active"));

    private final JdbcClient jdbc;
    private final Remembered<List<Queue>> queues;
    private final Remembered<Set<String>> skills;

    StoredQueues(JdbcClient jdbc, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.queues = new Remembered<>(wakeups, Staffing.CHANGED, this::read);
        this.skills = new Remembered<>(wakeups, Staffing.CHANGED, this::readSkills);
    }

    private List<Queue> read() {
        return jdbc.sql("select * from desk.queue order by name").query(MAPPER).list();
    }

    private Set<String> readSkills() {
        return jdbc.sql("select id from desk.skill").query(String.class).set();
    }

    @Override
    public Optional<Queue> find(String id) {
        return active(queues.get(), id).or(() -> active(queues.anew(), id));
    }

    private static Optional<Queue> active(List<Queue> queues, String id) {
        return queues.stream()
                .filter(queue -> queue.id().equals(id) && queue.active())
                .findFirst();
    }

    @Override
    public String existing(@Nullable String id) {
        return id == null ? Queue.TRIAGE : find(id).map(Queue::id).orElse(Queue.TRIAGE);
    }

    @Override
    public List<Queue> all() {
        return queues.get().stream().filter(Queue::active).toList();
    }

    /** @return also those that are not in use, as they are stored now */
    List<Queue> everyNow() {
        return queues.anew();
    }

    @Override
    public boolean knowsSkill(String skill) {
        return skills.get().contains(skill) || skills.anew().contains(skill);
    }

    void save(Queue queue) {
        jdbc.sql(
                        """
                        insert into desk.queue (id, name, calendar, strategy, overflow_queue, overflow_minutes,
                          take_back_minutes, active)
                        values (:id, :name, :calendar, :strategy, :overflowQueue, :overflowMinutes, :takeBack, :active)
                        on conflict (id) do update set name = excluded.name, calendar = excluded.calendar,
                          strategy = excluded.strategy, overflow_queue = excluded.overflow_queue,
                          overflow_minutes = excluded.overflow_minutes, take_back_minutes = excluded.take_back_minutes,
                          active = excluded.active""")
                .param("id", queue.id())
                .param("name", queue.name())
                .param("calendar", queue.calendar())
                .param("strategy", queue.strategy().id())
                .param("overflowQueue", queue.overflowQueue(), Types.VARCHAR)
                .param("overflowMinutes", queue.overflowMinutes(), Types.INTEGER)
                .param("takeBack", queue.takeBackMinutes(), Types.INTEGER)
                .param("active", queue.active())
                .update();
    }
}
