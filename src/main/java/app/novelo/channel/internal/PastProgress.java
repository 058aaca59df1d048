package app.novelo.channel.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Past;
import app.novelo.platform.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the pasts of the lines have come. */
@Component
class PastProgress {

    private final JdbcClient jdbc;
    private final Clock clock;

    PastProgress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Pieces come in any order; it never goes back. */
    void reached(Past past) {
        if (past instanceof Past.Messages messages && messages.progress() != null) {
            jdbc.sql(
                            """
                            insert into channel.past_progress (line, phase, percent, at) values (?, ?, ?, ?)
                            on conflict (line) do update set phase = excluded.phase, percent = excluded.percent, at = excluded.at
                            where past_progress.percent <= excluded.percent""")
                    .param(past.line().id())
                    .param(messages.progress().phase())
                    .param(messages.progress().percent())
                    .param(time(clock.instant()))
                    .update();
        }
    }

    /** @return lines of which something has come or is being stored */
    List<View> all() {
        return jdbc.sql(
                        """
                        select l.id::text as line, p.phase, p.percent, p.at,
                          (select count(*) from channel.past w where w.line = l.id) as waiting
                        from channel.line l left join channel.past_progress p on p.line = l.id
                        where p.line is not null or exists (select 1 from channel.past w where w.line = l.id)
                        order by l.id""")
                .query((row, n) -> new View(
                        row.getString("line"),
                        row.getObject("phase", Integer.class),
                        row.getObject("percent", Integer.class),
                        Sql.instantOrNull(row, "at"),
                        row.getLong("waiting")))
                .list();
    }

    /**
     * @param percent of all that the channel tells; it is complete with 100
     * @param waiting pieces that are not stored yet
     */
    record View(
            String line, @Nullable Integer phase, @Nullable Integer percent, @Nullable Instant toldAt, long waiting) {}
}
