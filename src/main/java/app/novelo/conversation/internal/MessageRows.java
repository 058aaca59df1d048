package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Circumstances;
import app.novelo.channel.Content;
import app.novelo.conversation.Author;
import app.novelo.conversation.MessageStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes messages and the provider's ids under which they are found again. */
@Component
class MessageRows {

    private final JdbcClient jdbc;
    private final ContentJson contents;

    MessageRows(JdbcClient jdbc, ContentJson contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    Optional<UUID> conversationOf(String providerId) {
        return jdbc.sql("select conversation from conversation.provider_message where provider_id = ?")
                .param(providerId)
                .query(UUID.class)
                .optional();
    }

    /** @return those of these ids that are registered */
    Set<String> known(Collection<String> providerIds) {
        return providerIds.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("select provider_id from conversation.provider_message where provider_id in (:ids)")
                                .param("ids", providerIds)
                                .query(String.class)
                                .list());
    }

    /** @return false if somebody has registered this id before */
    boolean register(String providerId, UUID message, Instant at, UUID conversation) {
        return jdbc.sql(
                                "insert into conversation.provider_message (provider_id, message, at, conversation) values (?, ?, ?, ?) on conflict do nothing")
                        .param(providerId)
                        .param(message)
                        .param(time(at))
                        .param(conversation)
                        .update()
                == 1;
    }

    void insert(NewMessage message) {
        insert(message, "?", message.caseNumber);
    }

    /** It belongs to what the conversation is about; to nothing yet where several cases are open: whose it is turns out. */
    void insertIntoCurrentCase(NewMessage message) {
        insert(
                message,
                "(select case when other_cases = '{}' then case_number end from conversation.conversation where id = ?)",
                message.conversation);
    }

    private void insert(NewMessage message, String caseNumber, @Nullable Object known) {
        jdbc.sql(
                        """
                        insert into conversation.message (id, at, conversation, case_number, direction, kind, text, content,
                          circumstances, media, target, payload, author_type, author_id, author_name, status, status_rank, provider_id, reply_to,
                          process_instance_id, activity_instance_id, unhandled)
                        values (?, ?, ?, %s, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
                                .formatted(caseNumber))
                .param(message.id)
                .param(time(message.at))
                .param(message.conversation)
                .param(known)
                .param(message.direction)
                .param(message.kind)
                .param(message.text)
                .param(contents.write(message.content))
                .param(contents.write(message.circumstances))
                .param(message.media)
                .param(message.target)
                .param(message.payload)
                .param(message.author.type().name())
                .param(message.author.id())
                .param(message.author.name())
                .param(message.status.name())
                .param(message.status.rank())
                .param(message.providerId)
                .param(message.replyTo)
                .param(message.processInstanceId)
                .param(message.activityInstanceId)
                .param(message.unhandled)
                .update();
    }

    /**
     * A message as it is first written.
     *
     * @param media our id of its file
     * @param target provider id of the message that it changes
     */
    record NewMessage(
            UUID id,
            Instant at,
            UUID conversation,
            @Nullable String caseNumber,
            String direction,
            String kind,
            @Nullable String text,
            @Nullable Content content,
            Circumstances circumstances,
            @Nullable UUID media,
            @Nullable String target,
            @Nullable String payload,
            Author author,
            MessageStatus status,
            @Nullable String providerId,
            @Nullable String replyTo,
            @Nullable String processInstanceId,
            @Nullable String activityInstanceId,
            boolean unhandled) {}
}
