package app.novelo.conversation.internal;

import app.novelo.platform.Events;
import app.novelo.platform.Wakeups;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes messages that failed after they had been accepted: in sets, without the engine, for {@link FailureLoop}. */
@Component
class LateFailures {

    static final String FAILED = "message-failed";

    private final JdbcTemplate jdbc;
    private final Events events;
    private final Wakeups wakeups;

    LateFailures(JdbcTemplate jdbc, Events events, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.events = events;
        this.wakeups = wakeups;
    }

    void note(List<LateFailure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into conversation.failed_message (message, conversation, code, failed_at)
                values (?::uuid, ?::uuid, ?, ?::timestamptz) on conflict do nothing""",
                failures.stream()
                        .map(failure -> new Object[] {
                            failure.message.toString(),
                            failure.conversation.toString(),
                            failure.code,
                            failure.at.toString()
                        })
                        .toList());
        events.appendAll(
                "message.failed",
                failures.stream()
                        .map(failure -> Map.<String, Object>of(
                                "message", failure.message.toString(),
                                "conversation", failure.conversation.toString()))
                        .toList());
        wakeups.signal(FAILED);
    }

    /**
     * @param code the channel's; 0 = it gave none
     * @param at the channel's time
     */
    record LateFailure(UUID message, UUID conversation, int code, Instant at) {}
}
