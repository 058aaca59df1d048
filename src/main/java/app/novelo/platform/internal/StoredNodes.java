package app.novelo.platform.internal;

import app.novelo.platform.Nodes;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each node writes into {@code platform.node} that it lives. Only a row that has grown old tells of a death: a node that
 * has not beaten yet has none. A day later nothing of a dead node is left to be taken over, and its row goes.
 */
@Component
class StoredNodes implements Nodes {

    private final JdbcClient jdbc;
    private final String own = UUID.randomUUID().toString();

    StoredNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String own() {
        return own;
    }

    @Override
    public List<String> dead() {
        return jdbc.sql("select id from platform.node where seen_at < now() - interval '15 seconds' and id <> ?")
                .param(own)
                .query(String.class)
                .list();
    }

    /** @return false: there is never more to do than this */
    boolean beat() {
        jdbc.sql(
                        """
                        insert into platform.node (id, seen_at) values (?, now())
                        on conflict (id) do update set seen_at = excluded.seen_at""")
                .param(own)
                .update();
        jdbc.sql("delete from platform.node where seen_at < now() - interval '1 day'")
                .update();
        return false;
    }
}
