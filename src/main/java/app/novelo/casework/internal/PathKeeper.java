package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.engine.ProcessObserver;
import app.novelo.engine.WalkedPaths;
import app.novelo.platform.DomainEvent;
import app.novelo.platform.EventPosition;
import app.novelo.platform.EventReader;
import app.novelo.platform.Events;
import app.novelo.platform.Loop;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies the walked path of every instance that has ended, behind the acting transaction: the engine writes its history only
 * when that commits. Follows the event log with a cursor of its own, so a crash costs nothing but time.
 */
@Configuration(proxyBeanMethods = false)
class PathKeeper {

    private static final String ENDED = "process.ended";
    private static final String CURSOR = "paths";
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private final EventReader events;
    private final WalkedPaths paths;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    PathKeeper(
            EventReader events,
            WalkedPaths paths,
            JdbcClient jdbc,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.paths = paths;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static ProcessObserver endedProcesses(Events events) {
        return (process, instance, businessKey) -> events.append(ENDED, ended(process, instance, businessKey));
    }

    private static HashMap<String, Object> ended(String process, String instance, @Nullable String businessKey) {
        var data = new HashMap<String, Object>();
        data.put("process", process);
        data.put("processInstance", instance);
        if (businessKey != null) {
            data.put("businessKey", businessKey);
        }
        return data;
    }

    @Bean
    Loop keepPaths() {
        return new Loop("paths", POLL, this::keepSome);
    }

    private boolean keepSome() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var batch = events.after(cursor(), BATCH);
            batch.stream().filter(event -> event.type().equals(ENDED)).forEach(this::keep);
            if (!batch.isEmpty()) {
                advance(batch.get(batch.size() - 1).position());
            }
            return batch.size() == BATCH;
        }));
    }

    private void keep(DomainEvent event) {
        var instance = event.text("processInstance");
        jdbc.sql(
                        """
                        insert into casework.path (process_instance_id, process_key, business_key, ended_at, steps)
                        values (?, ?, ?, ?, ?::jsonb) on conflict do nothing""")
                .param(instance)
                .param(event.text("process"))
                .param(event.data().get("businessKey"))
                .param(time(event.at()))
                .param(write(paths.of(instance)))
                .update();
    }

    /** Locked, so that of several nodes one keeps at a time. */
    private EventPosition cursor() {
        jdbc.sql("insert into casework.cursor (name, tx, id) values (?, '0', 0) on conflict do nothing")
                .param(CURSOR)
                .update();
        return jdbc.sql("select tx::text, id from casework.cursor where name = ? for update")
                .param(CURSOR)
                .query((row, n) -> new EventPosition(row.getString(1), row.getLong(2)))
                .single();
    }

    private void advance(EventPosition to) {
        jdbc.sql("update casework.cursor set tx = ?::xid8, id = ? where name = ?")
                .param(to.transaction())
                .param(to.id())
                .param(CURSOR)
                .update();
    }

    private String write(Object steps) {
        try {
            return json.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("steps are plain data", e);
        }
    }
}
