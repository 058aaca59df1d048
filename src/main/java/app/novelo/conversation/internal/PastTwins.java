package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.PastMessages;
import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the same message from another source: the channel knows it by its id and to the second, an exported chat by its
 * words and to the minute.
 */
@Component
class PastTwins {

    /** An export cuts the seconds off, and the clocks of a phone and of the channel differ a little. */
    private static final Duration MINUTE = Duration.ofSeconds(90);

    private static final Duration BEFORE = Duration.ofSeconds(30);

    private static final List<String> FILES =
            List.of("image", "video", "audio", "document", "sticker", PastFiles.PLACEHOLDER);

    private final JdbcClient jdbc;

    PastTwins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param text null for a file: every file of the side is like it
     * @param exported whether it is looked for among what was exported, or among all else
     * @param same how many like it are passed over
     */
    record Look(
            UUID customer,
            UUID line,
            boolean ours,
            @Nullable String text,
            boolean file,
            Instant from,
            Instant until,
            boolean exported,
            int same) {

        static Look forExported(
                UUID customer, UUID line, boolean ours, @Nullable String text, boolean file, Instant at, int same) {
            return new Look(customer, line, ours, text, file, at.minus(BEFORE), at.plus(MINUTE), false, same);
        }

        static Look amongExported(
                UUID customer, UUID line, boolean ours, @Nullable String text, boolean file, Instant at) {
            return new Look(customer, line, ours, text, file, at.minus(MINUTE), at.plus(BEFORE), true, 0);
        }
    }

    Optional<Twin> find(Look look) {
        if (look.text == null && !look.file) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select m.id, m.at, m.conversation, m.kind from conversation.message m
                        join conversation.conversation c on c.id = m.conversation
                        where c.customer = :customer and c.line = :line and m.at >= :from and m.at < :until
                          and m.direction = :direction and m.revoked_at is null
                          and (m.text = :text and not :file or :file and m.kind in (:files))
                          and (coalesce(m.provider_id, '') like :exports) = :exported
                        order by m.at, m.seq offset :same limit 1""")
                .param("customer", look.customer)
                .param("line", look.line)
                .param("from", time(look.from))
                .param("until", time(look.until))
                .param("direction", look.ours ? "OUT" : "IN")
                .param("text", look.text, Types.VARCHAR)
                .param("file", look.file)
                .param("files", FILES)
                .param("exports", PastMessages.EXPORTED + "%")
                .param("exported", look.exported)
                .param("same", look.same)
                .query((row, n) -> new Twin(
                        row.getObject(1, UUID.class),
                        Sql.instant(row, "at"),
                        row.getObject(3, UUID.class),
                        row.getString(4)))
                .optional();
    }

    static boolean isFile(String kind) {
        return FILES.contains(kind);
    }

    record Twin(UUID id, Instant at, UUID conversation, String kind) {}
}
