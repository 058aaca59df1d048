package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Caller;
import app.novelo.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A client that asks twice, because it heard no answer, has planned once. */
@Component
class Requests {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param key the client's {@code Idempotency-Key} */
    record Request(@Nullable String key, String hash) {}

    /**
     * @return number of what was planned for it
     * @throws KeyReused if the key stands for another request
     */
    Optional<String> find(Caller caller, Request request) {
        if (request.key() == null) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select number, request_hash from followup.follow_up
                        where created_by = ? and request_key = ? and created_at > ?""")
                .param(caller.id())
                .param(request.key())
                .param(time(clock.instant().minus(KEPT)))
                .query((row, n) -> {
                    if (!request.hash().equals(row.getString("request_hash"))) {
                        throw new KeyReused();
                    }
                    return row.getString("number");
                })
                .optional();
    }

    /** Within the transaction that plans. */
    void keep(Caller caller, String number, Request request) {
        if (request.key() != null) {
            jdbc.sql("update followup.follow_up set request_key = null where created_by = ? and request_key = ?")
                    .param(caller.id())
                    .param(request.key())
                    .update();
            jdbc.sql("update followup.follow_up set request_key = ?, request_hash = ? where number = ?")
                    .param(request.key())
                    .param(request.hash())
                    .param(number)
                    .update();
        }
    }

    /** The client's mistake: two requests under one key. */
    static final class KeyReused extends Problem {

        KeyReused() {
            super(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "idempotency-key-reused",
                    "this Idempotency-Key was sent with another body before");
        }
    }
}
