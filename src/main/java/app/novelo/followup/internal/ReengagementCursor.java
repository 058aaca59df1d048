package app.novelo.followup.internal;

import app.novelo.platform.EventPosition;
import app.novelo.platform.EventReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the event log has been read. Locked while it is read, so that of several nodes one reads at a time. */
@Component
class ReengagementCursor {

    private static final String NAME = "reengagement";

    private final JdbcClient jdbc;
    private final EventReader events;

    ReengagementCursor(JdbcClient jdbc, EventReader events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What happened before this program could read it brings nothing about. */
    EventPosition locked() {
        if (!isThere()) {
            var end = events.end();
            jdbc.sql(
                            "insert into followup.reengagement_cursor (name, tx, id) values (?, ?::xid8, ?) on conflict do nothing")
                    .param(NAME)
                    .param(end.transaction())
                    .param(end.id())
                    .update();
        }
        return jdbc.sql("select tx::text, id from followup.reengagement_cursor where name = ? for update")
                .param(NAME)
                .query((row, n) -> new EventPosition(row.getString(1), row.getLong(2)))
                .single();
    }

    private boolean isThere() {
        return jdbc.sql("select exists (select 1 from followup.reengagement_cursor where name = ?)")
                .param(NAME)
                .query(Boolean.class)
                .single();
    }

    void advance(EventPosition to) {
        jdbc.sql("update followup.reengagement_cursor set tx = ?::xid8, id = ? where name = ?")
                .param(to.transaction())
                .param(to.id())
                .param(NAME)
                .update();
    }
}
