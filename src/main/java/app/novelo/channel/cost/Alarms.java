package app.novelo.channel.cost;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.cost.Usage.Key;
import app.novelo.platform.Events;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells once a month that the free messages of a line come to their end, and that they are used up. */
@Component
class Alarms {

    private final JdbcClient jdbc;
    private final Allowance allowance;
    private final Events events;
    private final Clock clock;

    Alarms(JdbcClient jdbc, Allowance allowance, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.allowance = allowance;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param before messages of that key, without those that have just been counted
     * @param now with them; the key's row is ours until the commit, so nobody sees the same step
     */
    void look(Key key, long before, long now) {
        if (!Allowance.isLimited(key.month())) {
            return;
        }
        if (Allowance.isFree(key.category(), key.type())) {
            allowance.levels().stream()
                    .filter(percent -> before < allowance.messages(percent) && now >= allowance.messages(percent))
                    .forEach(percent -> raise(key, percent));
        } else if (Allowance.isPaid(key.category(), key.type()) && before == 0) {
            raise(key, Allowance.USED_UP);
        }
    }

    private void raise(Key key, int percent) {
        int first = jdbc.sql(
                        "insert into channel.allowance_alarm (line, month, percent, at) values (?, ?, ?, ?) on conflict do nothing")
                .param(key.line())
                .param(key.month().atDay(1))
                .param(percent)
                .param(time(clock.instant()))
                .update();
        if (first == 1) {
            events.append(
                    "line.allowance",
                    Map.of("line", key.line(), "month", key.month().toString(), "percent", percent));
        }
    }
}
