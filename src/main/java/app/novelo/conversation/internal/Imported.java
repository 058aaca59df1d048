package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Line;
import app.novelo.media.MediaStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations in which what was said before this program was there is kept: one of a customer and a line. */
@Component
class Imported {

    /** Stands for a queue. No group of users can have such a name. */
    static final String NO_QUEUE = ":imported";

    private final JdbcClient jdbc;
    private final MessageRows messages;
    private final MediaStore files;

    Imported(JdbcClient jdbc, MessageRows messages, MediaStore files) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.files = files;
    }

    /** Held to the end of the transaction, so that there is one. After a merge there may be two, which go on side by side. */
    UUID of(UUID customer, Line line, Instant first) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('imported ' || ? || ' ' || ?, 0))")
                .param(customer.toString())
                .param(line.id().toString())
                .query((row, n) -> true)
                .single();
        return all(customer, line.id()).stream().findFirst().orElseGet(() -> insert(customer, line, first));
    }

    List<UUID> all(UUID customer, UUID line) {
        return jdbc.sql(
                        "select id from conversation.conversation where customer = ? and line = ? and imported order by opened_at, id")
                .param(customer)
                .param(line)
                .query(UUID.class)
                .list();
    }

    private UUID insert(UUID customer, Line line, Instant first) {
        var id = UUID.randomUUID();
        var at = time(first);
        jdbc.sql(
                        """
                        insert into conversation.conversation (id, customer, line, channel, state, speaker, queue, opened_at,
                          last_message_at, resolved_at, imported)
                        values (?, ?, ?, ?, 'RESOLVED', 'NONE', ?, ?, ?, ?, true)""")
                .param(id)
                .param(customer)
                .param(line.id())
                .param(line.channel())
                .param(NO_QUEUE)
                .param(at)
                .param(at)
                .param(at)
                .update();
        return id;
    }

    /** It begins with its first message and ends with its last. */
    void stretch(UUID conversation, Instant first, Instant last) {
        jdbc.sql(
                        """
                        update conversation.conversation set opened_at = least(opened_at, :first),
                          last_message_at = greatest(last_message_at, :last), resolved_at = greatest(last_message_at, :last)
                        where id = :id""")
                .param("first", time(first))
                .param("last", time(last))
                .param("id", conversation)
                .update();
    }

    /**
     * The conversation of a message that has come before. What comes now although it was told as a part of the past is no
     * past: it is forgotten there, so that it is handled.
     */
    Optional<UUID> liveConversationOf(String providerId) {
        return messages.conversationOf(providerId).filter(conversation -> !forget(providerId, conversation));
    }

    private boolean forget(String providerId, UUID conversation) {
        var files = jdbc.sql(
                        """
                        with gone as (
                          delete from conversation.message m using conversation.provider_message p
                          where p.provider_id = :id and m.id = p.message and m.at = p.at
                            and exists (select 1 from conversation.conversation c where c.id = :conversation and c.imported)
                          returning m.media),
                        unknown as (delete from conversation.provider_message where provider_id = :id and exists (select 1 from gone))
                        select media from gone""")
                .param("id", providerId)
                .param("conversation", conversation)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list();
        files.forEach(file -> file.filter(this.files::delete).ifPresent(this::forgetFile));
        return !files.isEmpty();
    }

    private void forgetFile(UUID media) {
        jdbc.sql("delete from conversation.media where id = ?").param(media).update();
    }
}
