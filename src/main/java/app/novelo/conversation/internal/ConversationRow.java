package app.novelo.conversation.internal;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationState;
import app.novelo.conversation.OtherCases;
import app.novelo.conversation.Speaker;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** A row of {@code conversation.conversation}. */
final class ConversationRow {

    static final String SELECT =
            """
            select id, customer, line, channel, state, speaker, speaker_id, owner, queue, intent, confidence, sentiment,
              urgency, gesture, language, escalation_word, case_number, process_instance_id, turns, opened_at,
              last_message_at, awaits_answer, resolved_at, referral, free_entry_until, imported,
              other_cases, other_queues, other_owners, asked_aside_until,
              (select w.last_inbound_at from conversation.service_window w
                where w.customer = conversation.customer and w.line = conversation.line) as last_inbound_at,
              (select w.closed_at from conversation.service_window w
                where w.customer = conversation.customer and w.line = conversation.line) as window_closed_at
            from conversation.conversation
            """;

    static final RowMapper<Conversation> MAPPER = (row, n) -> map(row);

    private ConversationRow() {}

    private static OtherCases others(ResultSet row) throws SQLException {
        var queues = words(row, "other_queues");
        return queues.isEmpty()
                ? OtherCases.NONE
                : new OtherCases(words(row, "other_cases"), queues, words(row, "other_owners"));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Conversation map(ResultSet row) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getObject("customer", UUID.class),
                row.getObject("line", UUID.class),
                row.getString("channel"),
                ConversationState.valueOf(row.getString("state")),
                Speaker.valueOf(row.getString("speaker")),
                row.getString("speaker_id"),
                row.getString("owner"),
                row.getString("queue"),
                row.getString("intent"),
                row.getObject("confidence", Double.class),
                row.getString("sentiment"),
                row.getString("urgency"),
                row.getString("gesture"),
                row.getString("language"),
                row.getBoolean("escalation_word"),
                row.getString("case_number"),
                row.getString("process_instance_id"),
                row.getInt("turns"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "last_message_at"),
                Sql.instantOrNull(row, "last_inbound_at"),
                row.getBoolean("awaits_answer"),
                Sql.instantOrNull(row, "resolved_at"),
                row.getString("referral"),
                Sql.instantOrNull(row, "free_entry_until"),
                Sql.instantOrNull(row, "window_closed_at"),
                others(row),
                Sql.instantOrNull(row, "asked_aside_until"),
                row.getBoolean("imported"));
    }
}
