package app.novelo.followup.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.engine.Decisions;
import app.novelo.followup.internal.ReengagementEvent.Source;
import app.novelo.platform.DomainEvent;
import app.novelo.platform.EventReader;
import app.novelo.platform.Wakeups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what the table is asked about from the event log: whatever tells of a case or a lead, if a rule names it. Cursor and
 * rows move together, so that a crash loses nothing and nothing is taken twice.
 */
@Component
class ReengagementReader {

    static final String WON = "lead.won";

    /** Wake-up of whoever decides. */
    static final String TOPIC = "reengagement";

    private static final int BATCH = 500;

    private final EventReader events;
    private final ReengagementCursor cursor;
    private final ReengagementRows rows;
    private final ReengagementPurchases purchases;
    private final Cases cases;
    private final Wakeups wakeups;
    private final Decisions decisions;

    ReengagementReader(
            EventReader events,
            ReengagementCursor cursor,
            ReengagementRows rows,
            ReengagementPurchases purchases,
            Cases cases,
            Wakeups wakeups,
            Decisions decisions) {
        this.events = events;
        this.cursor = cursor;
        this.rows = rows;
        this.purchases = purchases;
        this.cases = cases;
        this.wakeups = wakeups;
        this.decisions = decisions;
    }

    /** @return true if there may be more */
    @Transactional
    public boolean readSome() {
        var batch = events.after(cursor.locked(), BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        take(batch);
        cursor.advance(batch.get(batch.size() - 1).position());
        return batch.size() == BATCH;
    }

    private void take(List<DomainEvent> batch) {
        var known = batch.stream().filter(event -> !number(event).isEmpty()).toList();
        if (known.isEmpty()) {
            return;
        }
        var named = named(known);
        var wanted = known.stream()
                .filter(event -> named.contains(event.type()) || event.type().equals(WON))
                .toList();
        var files = cases.find(wanted.stream().map(ReengagementReader::number).toList());
        var told = wanted.stream().flatMap(event -> read(event, files).stream()).toList();
        purchases.note(told.stream().filter(event -> event.name().equals(WON)).toList());
        rows.insert(told.stream().filter(event -> named.contains(event.name())).toList());
        wakeups.signal(TOPIC);
    }

    /** @return the types for which the table, as it is now, has a rule: most that happens need not be decided */
    private Set<String> named(List<DomainEvent> events) {
        var cells = decisions.inputCells(ReengagementProcess.TABLE);
        return events.stream()
                .map(DomainEvent::type)
                .distinct()
                .filter(type -> cells.stream().anyMatch(cell -> cell.contains('"' + type + '"')))
                .collect(Collectors.toSet());
    }

    private static String number(DomainEvent event) {
        var number = event.text("case");
        return number.isEmpty() ? event.text("lead") : number;
    }

    /** @return empty if it is about nobody */
    private static Optional<ReengagementEvent> read(DomainEvent event, Map<String, CaseFile> files) {
        var number = number(event);
        var customer = event.text("customer");
        return Optional.of(customer)
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .or(() -> Optional.ofNullable(files.get(number)).map(CaseFile::customer))
                .map(id -> new ReengagementEvent(
                        event.type(), number, Source.LOG, id, null, number, event.at(), null, Map.of()));
    }
}
