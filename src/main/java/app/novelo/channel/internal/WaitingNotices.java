package app.novelo.channel.internal;

import app.novelo.channel.AccountNotice;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that wait for their handler, one at a time among all nodes. One that fails is tried again after 1, 4, 16 and 64
 * seconds; those of its field wait behind it, since their order may matter, and those of other fields pass.
 */
@Component
class WaitingNotices {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingNotices.class);
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NoticeHandlers handlers;
    private final ObjectMapper json;

    WaitingNotices(
            JdbcClient jdbc, PlatformTransactionManager transactions, NoticeHandlers handlers, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.handlers = handlers;
        this.json = json;
    }

    /** @return true if there may be more */
    boolean handleOne() {
        var notice = new Current();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> isOurTurn() && handleNext(notice)));
        } catch (RuntimeException e) {
            LOG.warn("notice {} could not be handled", notice.id, e);
            transaction.executeWithoutResult(status -> countFailure(notice.id, e));
            return true;
        }
    }

    private boolean handleNext(Current current) {
        var next = next();
        next.ifPresent(notice -> {
            current.id = notice.id();
            handlers.of(notice.field()).ifPresent(handler -> handler.handle(notice));
            jdbc.sql("update channel.notice set waits = false, problem = null where id = ?")
                    .param(notice.id())
                    .update();
        });
        return next.isPresent();
    }

    private boolean isOurTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('channel.notice', 0))")
                .query(Boolean.class)
                .single();
    }

    private Optional<AccountNotice> next() {
        return jdbc.sql(
                        """
                        with heads as (select distinct on (field) id, account, field, payload, at, not_before
                                       from channel.notice where waits order by field, id)
                        select * from heads where not_before <= now() order by id limit 1""")
                .query((row, n) -> notice(row))
                .optional();
    }

    private AccountNotice notice(ResultSet row) throws SQLException {
        try {
            return new AccountNotice(
                    row.getLong("id"),
                    row.getString("account"),
                    row.getString("field"),
                    json.readTree(row.getString("payload")),
                    Sql.instant(row, "at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice is written from JSON", e);
        }
    }

    private void countFailure(long id, RuntimeException e) {
        jdbc.sql(
                        """
                        update channel.notice set attempts = attempts + 1, waits = attempts + 1 < :most, problem = :problem,
                          not_before = now() + power(4, attempts) * interval '1 second'
                        where id = :id""")
                .param("most", ATTEMPTS)
                .param("problem", e.getClass().getSimpleName())
                .param("id", id)
                .update();
    }

    /** @return false if there is no such notice, or nobody handles its field */
    boolean again(long id) {
        var field = jdbc.sql("select field from channel.notice where id = ?")
                .param(id)
                .query(String.class)
                .optional();
        if (field.filter(handlers::handles).isEmpty()) {
            return false;
        }
        jdbc.sql("update channel.notice set waits = true, attempts = 0, not_before = now() where id = ?")
                .param(id)
                .update();
        return true;
    }

    /** Which notice is being handled, for whoever catches its failure. */
    private static final class Current {
        long id;
    }
}
