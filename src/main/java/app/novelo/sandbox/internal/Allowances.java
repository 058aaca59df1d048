package app.novelo.sandbox.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Messages without a template: from October 2026 a thousand are free, for each number and calendar month.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing">Meta, Pricing</a>
 */
@SandboxOnly
@Repository("sandboxAllowances")
class Allowances {

    static final int FREE = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Allowances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int used(Line line) {
        return jdbc.sql("select coalesce(sum(used), 0) from sandbox.allowance where line = ? and month = ?")
                .params(line.id(), month())
                .query(Integer.class)
                .single();
    }

    boolean isUsedUp(Line line) {
        return used(line) >= FREE;
    }

    /** @return whether this one was free */
    boolean take(Line line) {
        return add(line, 1, "allowance.used + 1") <= FREE;
    }

    void set(Line line, int used) {
        add(line, used, "excluded.used");
    }

    private int add(Line line, int first, String then) {
        return jdbc.sql(
                        """
                        insert into sandbox.allowance (line, month, used) values (?, ?, ?)
                        on conflict (line, month) do update set used = %s returning used"""
                                .formatted(then))
                .params(line.id(), month(), first)
                .query(Integer.class)
                .single();
    }

    private LocalDate month() {
        return clock.instant().atZone(clock.getZone()).toLocalDate().withDayOfMonth(1);
    }
}
