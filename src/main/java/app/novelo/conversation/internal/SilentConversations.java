package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we began and the customer has not answered is over some day: nobody and nothing else would end it. */
@Component
class SilentConversations {

    /** Whoever answers later than that begins something new. Business time. */
    static final Duration LONGEST_SILENCE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    SilentConversations(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A customer who writes in this moment opens it first, or opens another. */
    @Transactional
    public void end() {
        var now = clock.instant();
        jdbc.sql(
                        """
                        update conversation.conversation set state = 'RESOLVED', resolved_at = ?, speaker = 'NONE', speaker_id = null
                        where state = 'WAITING_CUSTOMER' and case_number is null and process_instance_id is null
                          and last_message_at < ? returning id""")
                .param(time(now))
                .param(time(now.minus(LONGEST_SILENCE)))
                .query(UUID.class)
                .list()
                .forEach(id -> events.append("conversation.resolved", Map.of("conversation", id.toString())));
    }
}
