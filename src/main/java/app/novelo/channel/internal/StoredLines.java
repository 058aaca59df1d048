package app.novelo.channel.internal;

import app.novelo.channel.Line;
import app.novelo.channel.LineKnown;
import app.novelo.channel.LineRegister;
import app.novelo.channel.Lines;
import app.novelo.platform.Events;
import app.novelo.platform.NotFound;
import app.novelo.platform.Remembered;
import app.novelo.platform.Wakeups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lines hardly change and every message asks for one: they stay in memory, missing ones are looked for again. */
@Component
class StoredLines implements Lines, LineRegister {

    private final LineRows rows;
    private final SetAsideStore setAside;
    private final Events events;
    private final Wakeups wakeups;
    private final Remembered<List<Line>> known;

    StoredLines(LineRows rows, SetAsideStore setAside, Events events, Wakeups wakeups) {
        this.rows = rows;
        this.setAside = setAside;
        this.events = events;
        this.wakeups = wakeups;
        this.known = new Remembered<>(wakeups, CHANGED, rows::all);
    }

    @Override
    public Optional<Line> find(UUID id) {
        return find(line -> line.id().equals(id));
    }

    @Override
    public Optional<Line> find(String channel, String providerId) {
        return find(line -> line.channel().equals(channel) && line.providerId().equals(providerId));
    }

    private Optional<Line> find(Predicate<Line> wanted) {
        return known.get().stream().filter(wanted).findFirst().or(() -> known.anew().stream()
                .filter(wanted)
                .findFirst());
    }

    @Override
    public List<Line> all() {
        return known.get();
    }

    @Override
    @Transactional
    public void add(Line line) {
        rows.keepAccount(line);
        if (!rows.insert(line)) {
            throw new LineKnown(
                    rows.find(line.channel(), line.providerId()).map(Line::id).orElse(line.id()));
        }
        rows.keepHealth(line);
        setAside.retryUnknownLine(line.providerId());
        tell(line);
    }

    @Override
    @Transactional
    public void change(UUID id, UnaryOperator<Line> change) {
        var line = change.apply(rows.lock(id).orElseThrow(() -> new NotFound("line " + id)));
        rows.update(line);
        tell(line);
    }

    private void tell(Line line) {
        events.append("line.changed", Map.of("line", line.id().toString()));
        wakeups.signal(CHANGED);
        wakeups.signal(JdbcRawInbox.UNSPLIT);
    }
}
