package app.novelo.sandbox.internal;

import static app.novelo.platform.Sql.time;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Meta forbids an account for a while. */
@SandboxOnly
@Repository("sandboxRestrictions")
class Restrictions {

    enum Type {
        RESTRICTED_BIZ_INITIATED_MESSAGING,
        RESTRICTED_CUSTOMER_INITIATED_MESSAGING,
        RESTRICTED_UTILITY_TEMPLATES,
        RESTRICTED_ADD_PHONE_NUMBER_ACTION
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Restrictions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Type> of(String account) {
        return jdbc.sql("select type from sandbox.restriction where account = ? and (until is null or until > ?)")
                .params(account, time(clock.instant()))
                .query((row, n) -> Type.valueOf(row.getString("type")))
                .list();
    }

    /** @param until null = for good */
    void add(Account account, Type type, @Nullable Instant until) {
        jdbc.sql(
                        """
                        insert into sandbox.restriction (account, type, until) values (?, ?, ?)
                        on conflict (account, type) do update set until = excluded.until""")
                .param(account.id())
                .param(type.name())
                .param(until == null ? null : time(until))
                .update();
    }

    void lift(Account account) {
        jdbc.sql("delete from sandbox.restriction where account = ?")
                .param(account.id())
                .update();
    }
}
