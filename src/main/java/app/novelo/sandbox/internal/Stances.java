package app.novelo.sandbox.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How customers stand to the company's numbers. */
@SandboxOnly
@Repository("sandboxStances")
class Stances {

    private final JdbcClient jdbc;

    Stances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param blocked messages do not reach him
     * @param noMarketing he has stopped marketing messages
     */
    record Stance(boolean blocked, boolean noMarketing) {}

    Stance of(Digits phone, Line line) {
        return jdbc.sql("select blocked, no_marketing from sandbox.stance where phone = ? and line = ?")
                .params(phone.value(), line.id())
                .query(Stance.class)
                .optional()
                .orElse(new Stance(false, false));
    }

    /** Null leaves it as it is. */
    Stance change(Digits phone, Line line, @Nullable Boolean blocked, @Nullable Boolean noMarketing) {
        jdbc.sql(
                        """
                        insert into sandbox.stance (phone, line, blocked, no_marketing)
                        values (:phone, :line, coalesce(:blocked, false), coalesce(:noMarketing, false))
                        on conflict (phone, line) do update set blocked = coalesce(:blocked, stance.blocked),
                          no_marketing = coalesce(:noMarketing, stance.no_marketing)""")
                .param("phone", phone.value())
                .param("line", line.id())
                .param("blocked", blocked)
                .param("noMarketing", noMarketing)
                .update();
        return of(phone, line);
    }

    /** The owner has a new number and the same opinion. */
    void move(Digits from, Digits to) {
        jdbc.sql("update sandbox.stance set phone = ? where phone = ?")
                .params(to.value(), from.value())
                .update();
    }
}
