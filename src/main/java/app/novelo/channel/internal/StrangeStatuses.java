package app.novelo.channel.internal;

import static app.novelo.platform.Sql.time;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statuses whose word we do not know change nothing, and are shown among the notices. */
@Component
class StrangeStatuses {

    private final JdbcClient jdbc;
    private final Clock clock;

    StrangeStatuses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(long delivery, String payload) {
        jdbc.sql("insert into channel.notice (at, delivery, field, payload) values (?, ?, 'status', ?)")
                .param(time(clock.instant()))
                .param(delivery)
                .param(payload)
                .update();
    }
}
