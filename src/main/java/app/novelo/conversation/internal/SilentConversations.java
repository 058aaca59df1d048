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

/**
 * What we began and the customer has not answered is over some day: no process has it, and nothing else would end it. Whoever
 * answers later begins something new.
 */
@Component
class SilentConversations {

    /** After what was written on the company's phone, where people leave threads open. Business time. */
    static final Duration LONGEST_SILENCE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final BeginningSettings beginnings;
    private final Events events;
    private final Clock clock;

    SilentConversations(JdbcClient jdbc, BeginningSettings beginnings, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.beginnings = beginnings;
        this.events = events;
        this.clock = clock;
    }

    /** A customer who writes in this moment opens it first, or opens another. */
    @Transactional
    public void end() {
        var now = clock.instant();
        jdbc.sql(
                        """
                        update conversation.conversation c set state = 'RESOLVED', resolved_at = :now, speaker = 'NONE', speaker_id = null
                        where c.case_number is null and c.process_instance_id is null
                          and (c.state = 'WAITING_CUSTOMER' and c.last_message_at < :echoed
                            or c.state <> 'RESOLVED' and c.begun_by is not null and c.last_message_at < :begun
                              and not exists (select 1 from conversation.message m where m.conversation = c.id and m.direction = 'IN')
                              and not exists (select 1 from conversation.outgoing o where o.conversation = c.id and o.state <> 'ACCEPTED'))
                        returning c.id""")
                .param("now", time(now))
                .param("echoed", time(now.minus(LONGEST_SILENCE)))
                .param("begun", time(now.minus(beginnings.unansweredAfter())))
                .query(UUID.class)
                .list()
                .forEach(id -> events.append("conversation.resolved", Map.of("conversation", id.toString())));
    }
}
