package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.Author;
import app.novelo.conversation.PhoneApp;
import app.novelo.platform.Wakeups;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the company's messages from the channel's own app mean beside those of the customer, by the channel's time. */
@Component
class PhoneMessages implements PhoneApp {

    static final String ANSWERED = "answered-on-phone";

    /** Kinds of ours that hang on a message, begin nothing and answer nothing. */
    static final List<String> SILENT = List.of("reaction", "edit", "revoke");

    /** Condition on {@code m}: something that the customer has said. */
    private static final String SAID =
            " m.direction = 'IN' and m.revoked_at is null and m.kind not in ('system', 'revoke', 'reaction') ";

    private final JdbcClient jdbc;
    private final Wakeups wakeups;

    PhoneMessages(JdbcClient jdbc, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.wakeups = wakeups;
    }

    /** Times of the channel are whole seconds: within one, what came last is later. */
    @Override
    public boolean hadTheLastWord(UUID conversation) {
        return jdbc.sql(
                        """
                        select exists (select 1 from conversation.message a
                          where a.conversation = :id and a.author_id = :phone and a.kind not in (:silent)
                            and a.revoked_at is null and not exists (
                              select 1 from conversation.message m where m.conversation = :id and"""
                                + SAID
                                + "and (m.at, m.seq) > (a.at, a.seq)))")
                .param("id", conversation)
                .param("phone", Author.PHONE)
                .param("silent", SILENT)
                .query(Boolean.class)
                .single();
    }

    /** An answer of ours that is stored late answers what came before it, and nothing else. */
    void touch(UUID conversation, Instant at) {
        jdbc.sql(
                        """
                        update conversation.conversation c set last_message_at = greatest(last_message_at, :at),
                          awaits_answer = awaits_answer and exists (
                            select 1 from conversation.message m where m.conversation = c.id and m.at > :at and"""
                                + SAID
                                + ") where id = :id")
                .param("at", time(at))
                .param("id", conversation)
                .update();
    }

    /** @return when the customer was answered first since he said what a process has taken last; empty if he was not */
    Optional<Instant> answered(UUID conversation) {
        return jdbc.sql(
                        """
                        select min(a.at) from conversation.phone_answer a where a.conversation = :id and a.at >= coalesce((
                          select max(m.at) from conversation.message m
                          where m.conversation = :id and not m.unhandled and"""
                                + SAID
                                + "), '-infinity')")
                .param("id", conversation)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, java.time.OffsetDateTime.class))
                        .map(java.time.OffsetDateTime::toInstant))
                .single();
    }

    /** What was answered before there was a case may end the clocks that begin with it. */
    void caseOpened(UUID conversation) {
        int waiting = jdbc.sql("update conversation.phone_answer set not_before = now() where conversation = ?")
                .param(conversation)
                .update();
        if (waiting > 0) {
            wakeups.signal(ANSWERED);
        }
    }
}
