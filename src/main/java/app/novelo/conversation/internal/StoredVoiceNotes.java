package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.VoiceNotes;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredVoiceNotes implements VoiceNotes {

    private static final String SELECT =
            """
            select id, conversation, author_id, at from conversation.message
            where direction = 'OUT' and kind = 'audio' and author_type = 'AGENT' and (content ->> 'voice')::boolean
              and revoked_at is null and status not in ('FAILED', 'CANCELLED')\s""";

    private static final RowMapper<VoiceNote> MAPPER = (row, n) -> new VoiceNote(
            row.getObject("id", UUID.class),
            row.getObject("conversation", UUID.class),
            row.getString("author_id"),
            Sql.instant(row, "at"));

    private final JdbcClient jdbc;

    StoredVoiceNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<VoiceNote> of(String agent, Collection<UUID> conversations, Instant since) {
        return jdbc.sql(SELECT + "and conversation = any(?) and author_id = ? and at >= ? order by at, seq")
                .param(conversations.toArray(UUID[]::new))
                .param(agent)
                .param(time(since))
                .query(MAPPER)
                .list();
    }

    @Override
    public Optional<VoiceNote> find(UUID message) {
        return jdbc.sql(SELECT + "and id = ?").param(message).query(MAPPER).optional();
    }
}
