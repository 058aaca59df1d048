package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.LineHealth;
import app.novelo.channel.LineStop;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
import app.novelo.channel.Standing;
import app.novelo.channel.Standings;
import app.novelo.conversation.internal.LineView.AccountOfLine;
import app.novelo.conversation.internal.LineView.Pause;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import app.novelo.platform.UserDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
    private final Standings standings;
    private final UserDirectory users;

    LineStates(JdbcClient jdbc, Lines lines, LineStops stops, Standings standings, UserDirectory users) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.stops = stops;
        this.standings = standings;
        this.users = users;
    }

    List<LineView> all() {
        return views(lines.all());
    }

    Optional<LineView> find(UUID id) {
        return lines.find(id).map(line -> views(List.of(line)).get(0));
    }

    private List<LineView> views(List<Line> wanted) {
        var stopped = stops.all();
        var standing = standings.all();
        return wanted.stream()
                .map(line -> view(
                        line,
                        Optional.ofNullable(stopped.get(line.id())),
                        Optional.ofNullable(standing.get(line.id()))))
                .toList();
    }

    private LineView view(Line line, Optional<LineStop> stop, Optional<Standing> standing) {
        var pause = stop.map(LineStates::pause).or(() -> refusal(line.id())).orElse(null);
        var health = standing.map(Standing::health).orElse(LineHealth.UNKNOWN);
        var account = standing.map(known -> known.account().name()).orElse("");
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
                new AccountOfLine(line.accountId(), account),
                health.quality(),
                health.limit(),
                health.throughput(),
                health.verifiedName(),
                health.nameStatus(),
                health.status(),
                health.checkedAt(),
                pause == null ? "OPEN" : "PAUSED",
                pause,
                standing.map(Standing::warnings).orElse(List.of()),
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
