package app.novelo.channel.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.Splitter;
import app.novelo.channel.internal.Deliveries.SplitDelivery;
import app.novelo.platform.Wakeups;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts the elements of split deliveries where their workers find them, and wakes those who got some. */
@Component
class ElementStore {

    /** The only channel of this release; a second adapter brings its own. */
    private static final String WHATSAPP = "whatsapp";

    private final JdbcTemplate jdbc;
    private final Lines lines;
    private final NoticeHandlers notices;
    private final Clock clock;
    private final Wakeups wakeups;

    ElementStore(JdbcTemplate jdbc, Lines lines, NoticeHandlers notices, Clock clock, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.notices = notices;
        this.clock = clock;
        this.wakeups = wakeups;
    }

    void store(List<SplitDelivery> deliveries) {
        var rows = new Rows();
        deliveries.forEach(delivery -> delivery.elements().forEach(element -> sort(delivery.id(), element, rows)));
        insert("insert into channel.element (lane, line, delivery, payload) values (?, ?, ?, ?)", rows.messages);
        insert("insert into channel.status (delivery, payload) values (?, ?)", rows.statuses);
        insert("insert into channel.past (line, delivery, payload) values (?, ?, ?)", rows.past);
        insert(
                "insert into channel.notice (at, delivery, account, field, payload, waits) values (?, ?, ?, ?, ?, ?)",
                rows.notices);
        insert(
                "insert into channel.set_aside (at, delivery, lane, payload, reason) values (?, ?, ?, ?, ?)",
                rows.setAside);
        insert(
                "insert into channel.lane (key, ready_at) values (?, now()) on conflict (key) do update set ready_at = least(lane.ready_at, excluded.ready_at)",
                rows.lanes.stream().map(lane -> new Object[] {lane}).toList());
        wake(LaneLoops.LANES, rows.messages);
        wake(StatusLoop.STATUSES, rows.statuses);
        wake(NoticeLoop.NOTICES, rows.notices);
        wake(PastLoop.PAST, rows.past);
    }

    private void wake(String workers, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            wakeups.signal(workers);
        }
    }

    private void sort(long delivery, Splitter.Element element, Rows rows) {
        if (element instanceof Splitter.Message message) {
            place(delivery, message, rows);
        } else if (element instanceof Splitter.Status status) {
            rows.statuses.add(new Object[] {delivery, status.payload()});
        } else if (element instanceof Splitter.OfThePast piece) {
            line(delivery, piece.lineProviderId(), piece.payload(), rows)
                    .ifPresent(line -> rows.past.add(new Object[] {line.id(), delivery, piece.payload()}));
        } else if (element instanceof Splitter.Notice notice) {
            rows.notices.add(new Object[] {
                now(), delivery, notice.account(), notice.field(), notice.payload(), notices.handles(notice.field())
            });
        } else if (element instanceof Splitter.Unreadable unreadable) {
            rows.setAside.add(new Object[] {now(), delivery, null, unreadable.payload(), unreadable.reason()});
        }
    }

    private void place(long delivery, Splitter.Message message, Rows rows) {
        line(delivery, message.lineProviderId(), message.payload(), rows).ifPresent(line -> {
            var lane = line.id() + ":" + message.customer();
            rows.lanes.add(lane);
            rows.messages.add(new Object[] {lane, line.id(), delivery, message.payload()});
        });
    }

    /** What comes for one that we do not know waits for it. */
    private Optional<Line> line(long delivery, String providerId, String payload, Rows rows) {
        var line = lines.find(WHATSAPP, providerId);
        if (line.isEmpty()) {
            rows.setAside.add(new Object[] {now(), delivery, null, payload, SetAsideStore.UNKNOWN_LINE + providerId});
        }
        return line;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void insert(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    /** Lanes in ascending order, so that two writers never wait for each other. */
    private static final class Rows {
        final List<Object[]> messages = new ArrayList<>();
        final List<Object[]> statuses = new ArrayList<>();
        final List<Object[]> notices = new ArrayList<>();
        final List<Object[]> past = new ArrayList<>();
        final List<Object[]> setAside = new ArrayList<>();
        final TreeSet<String> lanes = new TreeSet<>();
    }
}
