package app.novelo.channel.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Line;
import app.novelo.channel.LineObserver;
import app.novelo.channel.LineStop;
import app.novelo.channel.LineStop.Cause;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
import app.novelo.platform.Events;
import app.novelo.platform.Remembered;
import app.novelo.platform.Sql;
import app.novelo.platform.Wakeups;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops in {@code channel.stop}: of an account with all its lines, or of one line. */
@Component
class StoredStops implements LineStops {

    private final JdbcClient jdbc;
    private final Lines lines;
    private final ObjectProvider<LineObserver> observers;
    private final Events events;
    private final Wakeups wakeups;
    private final Clock clock;
    private final Remembered<List<Row>> known;

    StoredStops(
            JdbcClient jdbc,
            Lines lines,
            ObjectProvider<LineObserver> observers,
            Events events,
            Wakeups wakeups,
            Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.observers = observers;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
        this.known = new Remembered<>(wakeups, Lines.CHANGED, this::read);
    }

    /** @param line null = all lines of the account */
    private record Row(String account, @Nullable UUID line, LineStop stop) {

        boolean covers(Line one) {
            return line == null ? account.equals(one.accountId()) : line.equals(one.id());
        }
    }

    @Override
    public Map<UUID, LineStop> all() {
        var now = clock.instant();
        var stops = new HashMap<UUID, LineStop>();
        lines.all().forEach(line -> of(line, now).ifPresent(stop -> stops.put(line.id(), stop)));
        return stops;
    }

    private Optional<LineStop> of(Line line, Instant now) {
        var told = known.get().stream()
                .filter(row -> row.covers(line))
                .map(Row::stop)
                .filter(stop -> stop.until() == null || stop.until().isAfter(now));
        var off = Stream.ofNullable(line.offSince()).map(since -> new LineStop(Cause.SWITCHED_OFF, "", since, null));
        return Stream.concat(told, off).min(Comparator.comparing(LineStop::cause));
    }

    private List<Row> read() {
        return jdbc.sql("select account, line, cause, why, since, until from channel.stop order by id")
                .query((row, n) -> new Row(
                        row.getString("account"),
                        row.getObject("line", UUID.class),
                        new LineStop(
                                Cause.valueOf(row.getString("cause")),
                                row.getString("why"),
                                Sql.instant(row, "since"),
                                Sql.instantOrNull(row, "until"))))
                .list();
    }

    @Override
    @Transactional
    public void stopAccount(String account, Cause cause, String why, @Nullable Instant until) {
        if (stop(account, null, cause, why, until)) {
            tell("line.stopped", lines.ofAccount(account));
        }
    }

    @Override
    @Transactional
    public void stopLine(Line line, Cause cause, String why) {
        if (stop(line.accountId(), line.id(), cause, why, null)) {
            tell("line.stopped", List.of(line));
        }
    }

    /** @return false if nothing of it is new */
    private boolean stop(String account, @Nullable UUID line, Cause cause, String why, @Nullable Instant until) {
        return jdbc.sql(
                                """
                        insert into channel.stop (account, line, cause, why, since, until) values (:account, :line, :cause, :why, :since, :until)
                        on conflict (account, line, cause) do update set why = excluded.why, until = excluded.until
                        where stop.why <> excluded.why or stop.until is distinct from excluded.until""")
                        .param("account", account)
                        .param("line", line, Types.OTHER)
                        .param("cause", cause.name())
                        .param("why", why)
                        .param("since", time(clock.instant()))
                        .param("until", until == null ? null : time(until), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                > 0;
    }

    @Override
    @Transactional
    public void liftAccount(String account, Collection<Cause> causes) {
        if (lift("account = ? and line is null", account, causes)) {
            lifted(lines.ofAccount(account));
        }
    }

    @Override
    @Transactional
    public void liftLine(Line line, Collection<Cause> causes) {
        if (lift("line = ?", line.id(), causes)) {
            lifted(List.of(line));
        }
    }

    @Override
    @Transactional
    public void liftAll(Line line) {
        var all = Arrays.asList(Cause.values());
        liftLine(line, all);
        liftAccount(line.accountId(), all);
    }

    private boolean lift(String whose, Object id, Collection<Cause> causes) {
        return !causes.isEmpty()
                && jdbc.sql("delete from channel.stop where " + whose + " and cause = any (?)")
                                .param(id)
                                .param(causes.stream().map(Cause::name).toArray(String[]::new))
                                .update()
                        > 0;
    }

    private void lifted(List<Line> ofWhom) {
        tell("line.changed", ofWhom);
        var ids = ofWhom.stream().map(Line::id).toList();
        observers.orderedStream().forEach(observer -> observer.mayTryAgain(ids));
    }

    private void tell(String what, List<Line> ofWhom) {
        wakeups.signal(Lines.CHANGED);
        events.appendAll(
                what,
                ofWhom.stream()
                        .map(line -> Map.<String, Object>of("line", line.id().toString()))
                        .toList());
    }
}
