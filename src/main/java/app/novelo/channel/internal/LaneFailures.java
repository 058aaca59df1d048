package app.novelo.channel.internal;

import app.novelo.channel.NotYet;
import app.novelo.channel.internal.Lanes.Element;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of an element that could not be stored, and of its lane; in a transaction after the one that failed. */
@Component
class LaneFailures {

    private static final int ATTEMPTS = 5;
    private static final Duration BACK_OFF = Duration.ofMillis(200);

    private final JdbcClient jdbc;
    private final SetAsideStore setAside;

    LaneFailures(JdbcClient jdbc, SetAsideStore setAside) {
        this.jdbc = jdbc;
        this.setAside = setAside;
    }

    /** Its lane waits a little; nothing is counted. */
    void postpone(Element element) {
        backOff(element.lane(), 1);
    }

    /** Counted in the row: another worker may have taken the lane, and failed, meanwhile. */
    void count(Element failed, RuntimeException e) {
        var attempts = jdbc.sql(
                        "update channel.element set attempts = attempts + 1, last_error = ? where id = ? returning attempts")
                .param(reason(e))
                .param(failed.id())
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (attempts >= ATTEMPTS) {
            setAside.add(failed.delivery(), failed.lane(), failed.line(), failed.payload(), reason(e));
            jdbc.sql("delete from channel.element where id = ?")
                    .param(failed.id())
                    .update();
        } else if (attempts > 0) {
            backOff(failed.lane(), attempts);
        }
    }

    private void backOff(String lane, int attempts) {
        jdbc.sql("update channel.lane set ready_at = now() + make_interval(secs => ?) where key = ?")
                .param(BACK_OFF.toMillis() / 1000.0 * Math.pow(2, attempts - 1))
                .param(lane)
                .update();
    }

    /** What our own reading complains of is plain; what others say may hold a customer's words. */
    static String reason(RuntimeException e) {
        return (e instanceof IllegalArgumentException || e instanceof NotYet) && e.getMessage() != null
                ? e.getMessage()
                : e.getClass().getSimpleName();
    }
}
