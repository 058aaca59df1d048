package app.novelo.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Database;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The mark of a conversation with messages that no process has taken. */
class StoredUndrivenTest {

    private static final String TABLES =
            """
            create schema conversation;
            create table conversation.undriven (conversation uuid primary key, since timestamptz not null,
              latest timestamptz not null, drive_at timestamptz not null, attempts integer not null default 0);
            create table conversation.message (conversation uuid not null, unhandled boolean not null)""";

    private final UUID conversation = UUID.randomUUID();

    /** A node that dies right after its commit leaves nothing but the mark. */
    @Test
    void keepsTheMarkForAMessageThatIsStoredMeanwhile() throws Exception {
        var database = Database.fresh();
        JdbcClient.create(database).sql(TABLES).update();
        new StoredUndriven(JdbcClient.create(database)).mark(conversation);
        try (var storing = database.getConnection();
                var driving = database.getConnection()) {
            storing.setAutoCommit(false);
            store(storing);
            var settled = CompletableFuture.supplyAsync(() -> undriven(driving).settle(conversation));
            TimeUnit.MILLISECONDS.sleep(500); // until it waits for the row
            storing.commit();
            assertThat(settled.get(10, TimeUnit.SECONDS)).isFalse();
        }
        assertThat(JdbcClient.create(database)
                        .sql("select conversation from conversation.undriven")
                        .query(UUID.class)
                        .list())
                .containsExactly(conversation);
    }

    private void store(Connection storing) {
        jdbc(storing)
                .sql("insert into conversation.message (conversation, unhandled) values (?, true)")
                .param(conversation)
                .update();
        undriven(storing).mark(conversation);
    }

    private static StoredUndriven undriven(Connection connection) {
        return new StoredUndriven(jdbc(connection));
    }

    private static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
