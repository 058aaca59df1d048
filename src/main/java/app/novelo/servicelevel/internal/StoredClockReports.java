package app.novelo.servicelevel.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.WorkingTime;
import app.novelo.engine.Decisions;
import app.novelo.servicelevel.ClockCount;
import app.novelo.servicelevel.ClockQuery;
import app.novelo.servicelevel.ClockReport;
import app.novelo.servicelevel.ClockReports;
import app.novelo.servicelevel.ClockRow;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.LateQuery;
import app.novelo.servicelevel.internal.ClockRows.Row;
import app.novelo.servicelevel.internal.LedgerRows.Line;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoredClockReports implements ClockReports {

    private final ClockRows clocks;
    private final LedgerRows ledger;
    private final Calendars calendars;
    private final Decisions decisions;
    private final Clock clock;

    StoredClockReports(ClockRows clocks, LedgerRows ledger, Calendars calendars, Decisions decisions, Clock clock) {
        this.clocks = clocks;
        this.ledger = ledger;
        this.calendars = calendars;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public List<ClockRow> list(ClockQuery query) {
        var now = clock.instant();
        return clocks.list(query).stream().map(row -> row(row, now)).toList();
    }

    @Override
    public List<ClockRow> late(LateQuery query) {
        var now = clock.instant();
        return clocks.late(query).stream().map(row -> row(row, now)).toList();
    }

    @Override
    public List<ClockCount> counts(Instant dueBefore) {
        return clocks.counts(dueBefore);
    }

    @Override
    public List<ClockReport> explain(String caseNumber) {
        var now = clock.instant();
        var lines = ledger.of(caseNumber).stream().collect(Collectors.groupingBy(Line::clock));
        return clocks.of(caseNumber).stream()
                .map(row -> report(row, lines.getOrDefault(row.id(), List.of()), now))
                .toList();
    }

    private ClockReport report(Row row, List<Line> lines, Instant now) {
        var entries = lines.stream().map(Line::entry).toList();
        var why = new Explanation(row.view(), row.left(), time(row), entries).steps(this::annotation);
        return new ClockReport(row(row, now), entries, why);
    }

    private @Nullable String annotation(ClockReport.Promised promised) {
        return promised.tableVersion() == 0
                ? null
                : decisions
                        .annotation(Targets.TABLE, promised.tableVersion(), promised.rule())
                        .orElse(null);
    }

    private ClockRow row(Row row, Instant now) {
        return new ClockRow(
                row.id(), row.view(), row.boardInstanceId(), row.queue(), row.owner(), () -> remaining(row, now));
    }

    private Optional<Long> remaining(Row row, Instant now) {
        var view = row.view();
        if (view.state() == ClockState.PAUSED) {
            return Optional.of(row.left().toMinutes());
        }
        var until = until(view, now);
        if (!view.isOpen() && !view.dueAt().isBefore(until)) {
            return Optional.empty();
        }
        return Optional.of(
                until.isBefore(view.dueAt())
                        ? time(row).between(until, view.dueAt()).toMinutes()
                        : -time(row).between(view.dueAt(), until).toMinutes());
    }

    /** Its time stands still while it waits, and once it has ended. */
    private static Instant until(ClockView view, Instant now) {
        if (view.pausedAt() != null) {
            return view.pausedAt();
        }
        return view.endedAt() == null ? now : view.endedAt();
    }

    private WorkingTime time(Row row) {
        return calendars.version(row.view().calendar(), row.calendarVersion());
    }
}
