package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.ChannelError;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.internal.Claims.Claim;
import app.novelo.engine.RemoteTasks;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the send queue and the messages that they stand for, changed together. */
@Component
class OutgoingRows {

    private final JdbcClient jdbc;
    private final MessageRows messages;
    private final FreeEntry freeEntry;
    private final Unanswered unanswered;
    private final Events events;
    private final ObjectMapper json;

    OutgoingRows(
            JdbcClient jdbc,
            MessageRows messages,
            FreeEntry freeEntry,
            Unanswered unanswered,
            Events events,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.freeEntry = freeEntry;
        this.unanswered = unanswered;
        this.events = events;
        this.json = json;
    }

    Optional<Row> lock(UUID message) {
        return jdbc.sql(
                        "select message, at, conversation, line, state, attempts, external_task, sending_since from conversation.outgoing where message = ? for update")
                .param(message)
                .query((row, n) -> new Row(
                        row.getObject("message", UUID.class),
                        Sql.instant(row, "at"),
                        row.getObject("conversation", UUID.class),
                        row.getObject("line", UUID.class),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("external_task"),
                        Sql.instantOrNull(row, "sending_since")))
                .optional();
    }

    Optional<Row> lockUnknown(Claim claim) {
        boolean unknown = jdbc.sql(
                        "select exists (select 1 from conversation.outgoing where message = ? and conversation = ? and state = 'UNKNOWN')")
                .param(claim.message())
                .param(claim.conversation())
                .query(Boolean.class)
                .single();
        return unknown ? lock(claim.message()) : Optional.empty();
    }

    void accepted(Row row, String providerId) {
        messages.register(providerId, row.message, row.at, row.conversation);
        jdbc.sql("update conversation.message set provider_id = ? where id = ? and at = ?")
                .param(providerId)
                .param(row.message)
                .param(time(row.at))
                .update();
        end(row, MessageStatus.ACCEPTED, null);
    }

    void end(Row row, MessageStatus status, @Nullable ChannelError error) {
        show(row, status, error);
        if (status == MessageStatus.FAILED) {
            unanswered.again(row.conversation);
            tell(row, "message.failed");
        }
        if (status == MessageStatus.ACCEPTED) {
            freeEntry.answered(row.conversation);
        }
        jdbc.sql("delete from conversation.outgoing where message = ?")
                .param(row.message)
                .update();
    }

    /**
     * The message waits on, visibly: its reader sees why. Unknown, sending and queued are our own words and no rungs of the
     * channel's ladder: a definite no, however late, leads back.
     */
    void requeue(Row row, Duration delay, ChannelError error) {
        var errors = write(List.of(error));
        jdbc.sql(
                        """
                        update conversation.outgoing set state = 'QUEUED', sending_since = null, node = null,
                          not_before = now() + make_interval(secs => ?), last_error = ?::jsonb where message = ?""")
                .param(delay.toMillis() / 1000.0)
                .param(errors)
                .param(row.message)
                .update();
        jdbc.sql(
                        """
                        update conversation.message set status = ?, status_rank = ?, errors = ?::jsonb
                        where id = ? and at = ? and status_rank <= ?""")
                .param(MessageStatus.QUEUED.name())
                .param(MessageStatus.QUEUED.rank())
                .param(errors)
                .param(row.message)
                .param(time(row.at))
                .param(MessageStatus.UNKNOWN.rank())
                .update();
        tell(row, "message.delayed");
    }

    void unknown(Row row, String why) {
        jdbc.sql("update conversation.outgoing set state = 'UNKNOWN', node = null where message = ?")
                .param(row.message)
                .update();
        show(row, MessageStatus.UNKNOWN, new ChannelError(0, "The outcome is unknown", why));
    }

    private void show(Row row, MessageStatus status, @Nullable ChannelError error) {
        jdbc.sql(
                        """
                        update conversation.message set status = :status, status_rank = :rank, errors = :errors::jsonb
                        where id = :id and at = :at and status_rank < :rank""")
                .param("status", status.name())
                .param("rank", status.rank())
                .param("errors", error == null ? null : write(List.of(error)), Types.VARCHAR)
                .param("id", row.message)
                .param("at", time(row.at))
                .update();
        tell(row, "message.status");
    }

    void complete(Row row, RemoteTasks tasks) {
        if (row.task != null) {
            tasks.complete(row.task);
        }
    }

    void businessOutcome(Row row, RemoteTasks tasks, String code, String reason) {
        if (row.task != null) {
            tasks.businessOutcome(row.task, code, reason);
        }
    }

    void incident(Row row, RemoteTasks tasks, String reason) {
        if (row.task != null) {
            tasks.incident(row.task, reason);
        }
    }

    private void tell(Row row, String type) {
        events.append(type, Map.of("conversation", row.conversation.toString(), "message", row.message.toString()));
    }

    private String write(List<ChannelError> errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error is plain data", e);
        }
    }

    /**
     * A locked row.
     *
     * @param attempts how often it was given to the channel, this time included
     * @param task the external task that waits for it
     * @param sendingSince when that attempt began, technical time; null while it waits in the queue
     */
    record Row(
            UUID message,
            Instant at,
            UUID conversation,
            UUID line,
            String state,
            int attempts,
            @Nullable String task,
            @Nullable Instant sendingSince) {

        boolean isQueued() {
            return state.equals("QUEUED");
        }

        /** No answer to this attempt is known yet. */
        boolean isSending(int attempt) {
            return attempts == attempt && state.equals("SENDING");
        }

        /**
         * What this attempt brought still counts. Not if it was written down before, nor if a status has told that the
         * message was accepted.
         */
        boolean waitsFor(int attempt) {
            return isSending(attempt) || attempts == attempt && state.equals("UNKNOWN");
        }
    }
}
