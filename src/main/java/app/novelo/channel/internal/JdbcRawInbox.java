package app.novelo.channel.internal;

import app.novelo.channel.RawInbox;
import app.novelo.platform.Wakeups;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One statement, one commit: nothing else stands between a webhook and its 200. */
@Component
class JdbcRawInbox implements RawInbox {

    static final String UNSPLIT = "unsplit";

    private static final String INSERT =
            """
            with stored as (
              insert into channel.delivery (app, body) values (?, ?) returning id, received_at)
            insert into channel.unsplit (delivery, received_at) select id, received_at from stored""";

    private final JdbcTemplate jdbc;
    private final Wakeups wakeups;

    JdbcRawInbox(JdbcTemplate jdbc, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.wakeups = wakeups;
    }

    @Override
    public void store(String app, byte[] body) {
        jdbc.update(INSERT, app, body);
        wakeups.signal(UNSPLIT);
    }
}
