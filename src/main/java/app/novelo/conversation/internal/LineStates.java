package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.LineStop;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
import app.novelo.conversation.internal.LineView.Pause;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import app.novelo.platform.UserDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the lines stand: whether they send, and what waits. */
@Component
class LineStates {

    private static final String REFUSED = "REFUSED";

    private final JdbcClient jdbc;
    private final Lines lines;
    private final LineStops stops;
    private final UserDirectory users;

    LineStates(JdbcClient jdbc, Lines lines, LineStops stops, UserDirectory users) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.stops = stops;
        this.users = users;
    }

    List<LineView> all() {
        var stopped = stops.all();
        return lines.all().stream().map(line -> view(line, stopped)).toList();
    }

    Optional<LineView> find(UUID id) {
        return lines.find(id).map(line -> view(line, stops.all()));
    }

    private LineView view(Line line, Map<UUID, LineStop> stopped) {
        var stop = stopped.get(line.id());
        var pause = stop == null ? refusal(line.id()).orElse(null) : pause(stop);
        return new LineView(
                line.id().toString(),
                line.channel(),
                line.display(),
                line.providerId(),
                line.title(),
                line.queue(),
                line.manager(),
                name(line.manager()),
                line.calendar(),
                line.language(),
                line.persona(),
                line.active(),
                line.accountId(),
                pause == null ? "OPEN" : "PAUSED",
                pause,
                waiting(line.id()));
    }

    private @Nullable String name(@Nullable String user) {
        return user == null ? null : users.find(user).map(Caller::name).orElse(user);
    }

    private static Pause pause(LineStop stop) {
        return new Pause(stop.cause().name(), 0, stop.why(), stop.since(), null, stop.until());
    }

    private Optional<Pause> refusal(UUID line) {
        return jdbc.sql(
                        """
                        select paused_code, paused_why, paused_since, paused_until from conversation.line_lease
                        where line = ? and paused_why is not null""")
                .param(line)
                .query((row, n) -> refusal(row))
                .optional();
    }

    private static Pause refusal(ResultSet row) throws SQLException {
        return new Pause(
                REFUSED,
                row.getInt("paused_code"),
                row.getString("paused_why"),
                Sql.instantOrNull(row, "paused_since"),
                Sql.instantOrNull(row, "paused_until"),
                null);
    }

    private int waiting(UUID line) {
        return jdbc.sql("select count(*) from conversation.outgoing where line = ? and state = 'QUEUED'")
                .param(line)
                .query(Integer.class)
                .single();
    }
}
