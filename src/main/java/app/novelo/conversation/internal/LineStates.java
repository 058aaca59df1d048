package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the lines stand: whether they send, and what waits. */
@Component
class LineStates {

    private final JdbcClient jdbc;
    private final Lines lines;

    LineStates(JdbcClient jdbc, Lines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    List<LineView> all() {
        return lines.all().stream().map(this::view).toList();
    }

    Optional<LineView> find(UUID id) {
        return lines.find(id).map(this::view);
    }

    private LineView view(Line line) {
        var pause = pause(line.id());
        return new LineView(
                line.id().toString(),
                line.channel(),
                line.display(),
                line.providerId(),
                pause.isPresent() ? "PAUSED" : "OPEN",
                pause.orElse(null),
                waiting(line.id()));
    }

    private Optional<Pause> pause(UUID line) {
        return jdbc.sql(
                        """
                        select paused_code, paused_why, paused_since, paused_until from conversation.line_lease
                        where line = ? and paused_why is not null""")
                .param(line)
                .query((row, n) -> pause(row))
                .optional();
    }

    private static Pause pause(ResultSet row) throws SQLException {
        return new Pause(
                row.getInt("paused_code"),
                row.getString("paused_why"),
                Sql.instantOrNull(row, "paused_since"),
                Sql.instantOrNull(row, "paused_until"));
    }

    private int waiting(UUID line) {
        return jdbc.sql("select count(*) from conversation.outgoing where line = ? and state = 'QUEUED'")
                .param(line)
                .query(Integer.class)
                .single();
    }

    /** @param waiting messages that are to go out */
    record LineView(
            String id,
            String channel,
            String display,
            String providerId,
            String state,
            @Nullable Pause paused,
            int waiting) {}

    /**
     * Why nothing goes out.
     *
     * @param code the channel's error, {@code why} its words
     * @param since technical time, as {@code nextTry}
     */
    record Pause(int code, String why, @Nullable Instant since, @Nullable Instant nextTry) {}
}
