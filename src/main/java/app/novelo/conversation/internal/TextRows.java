package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the catalogue; a line's own stand beside everybody's. */
@Component
class TextRows {

    private final JdbcClient jdbc;

    TextRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param line null = everybody's */
    record Entry(
            String key,
            String language,
            @Nullable UUID line,
            String body,
            boolean edited,
            @Nullable Instant editedAt,
            @Nullable String editedBy) {}

    Optional<String> body(String key, String language, @Nullable UUID line) {
        return jdbc.sql(
                        """
                        select body from conversation.text_entry
                        where key = :key and language = :language and (line is null or line = :line)
                        order by line nulls last limit 1""")
                .param("key", key)
                .param("language", language)
                .param("line", line, Types.OTHER)
                .query(String.class)
                .optional();
    }

    /** @return each key and language once: what holds on that line */
    List<Entry> all(@Nullable UUID line, @Nullable String language) {
        return jdbc.sql(
                        """
                        select distinct on (key, language) key, language, line, body, edited, edited_at, edited_by
                        from conversation.text_entry
                        where (line is null or line = :line) and (:language::text is null or language = :language)
                        order by key, language, line nulls last""")
                .param("line", line, Types.OTHER)
                .param("language", language, Types.VARCHAR)
                .query((row, n) -> new Entry(
                        row.getString("key"),
                        row.getString("language"),
                        row.getObject("line", UUID.class),
                        row.getString("body"),
                        row.getBoolean("edited"),
                        Sql.instantOrNull(row, "edited_at"),
                        row.getString("edited_by")))
                .list();
    }

    void put(Entry entry) {
        jdbc.sql(
                        """
                        insert into conversation.text_entry (key, language, line, body, edited, edited_at, edited_by)
                        values (:key, :language, :line, :body, :edited, :at, :by)
                        on conflict (key, language, line) do update set body = :body, edited = :edited, edited_at = :at,
                          edited_by = :by""")
                .param("key", entry.key)
                .param("language", entry.language)
                .param("line", entry.line, Types.OTHER)
                .param("body", entry.body)
                .param("edited", entry.edited)
                .param("at", entry.editedAt == null ? null : time(entry.editedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", entry.editedBy, Types.VARCHAR)
                .update();
    }

    /** @return false if there was none */
    boolean remove(String key, String language, @Nullable UUID line) {
        return jdbc.sql(
                                """
                        delete from conversation.text_entry
                        where key = :key and language = :language and line is not distinct from :line::uuid""")
                        .param("key", key)
                        .param("language", language)
                        .param("line", line, Types.OTHER)
                        .update()
                > 0;
    }
}
