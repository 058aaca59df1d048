package app.novelo.servicelevel.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.NeverOpens;
import app.novelo.desk.WorkingTime;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.internal.Ledger.Event;
import app.novelo.servicelevel.internal.Targets.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of one case during one act: changes them and notes what the ledger and the observers are to be told. */
final class CaseClocks {

    private final String caseNumber;
    private final List<Clock> clocks;
    private final Calendars calendars;
    private final @Nullable Instant dueBefore;
    private final List<Clock> begun = new ArrayList<>();
    private final Notes notes = new Notes();

    /** @param clocks of the case, those that have ended too, the first started first */
    CaseClocks(String caseNumber, List<Clock> clocks, Calendars calendars) {
        this.caseNumber = caseNumber;
        this.clocks = new ArrayList<>(clocks);
        this.calendars = calendars;
        this.dueBefore = nextDue();
    }

    void begin(Metric metric, Target target, String cause, Instant at) {
        var clock = new Clock(caseNumber, metric, target, at);
        clocks.add(clock);
        begun.add(clock);
        notes.promised(clock, Event.START, cause, at, null, target.promise());
    }

    /** Notes what has been used up by now. */
    void settle(Instant now) {
        clocks.forEach(clock -> settle(clock, now));
    }

    private void settle(Clock clock, Instant now) {
        boolean warned = clock.warnIfDue(now);
        boolean breached = clock.breachIfDue(now);
        notes.reached(clock, warned, breached);
    }

    void end(Predicate<Clock> which, String cause, Instant at) {
        open().filter(which).toList().forEach(clock -> {
            if (clock.isRunning() && !clock.isLate() && at.isAfter(clock.dueAt())) {
                notes.lateUnnoticed(clock);
            }
            clock.end(at);
            notes.add(clock, Event.END, cause, at, clock.dueAt(), null);
        });
    }

    void cancel(String cause, Instant at) {
        open().toList().forEach(clock -> {
            clock.cancel(at);
            notes.add(clock, Event.CANCEL, cause, at, clock.dueAt(), null);
        });
    }

    void pause(String cause, Instant now) {
        open().filter(clock -> !clock.isPaused()).toList().forEach(clock -> {
            var at = later(now, clock.startedAt());
            settle(clock, at);
            clock.pause(at, cause, clock.isLate() ? Duration.ZERO : time(clock).between(at, clock.dueAt()));
            notes.add(clock, Event.PAUSE, cause, at, clock.dueAt(), null);
        });
    }

    void resume(String cause, Instant now) {
        open().filter(Clock::isPaused).toList().forEach(clock -> resume(clock, cause, now));
    }

    private void resume(Clock clock, String cause, Instant now) {
        var at = later(now, clock.pausedAt() == null ? now : clock.pausedAt());
        var before = clock.dueAt();
        if (clock.isLate()) {
            clock.resumeLate();
            notes.add(clock, Event.RESUME, cause, at, before, null);
            return;
        }
        try {
            goOn(clock, time(clock), at);
            notes.add(clock, Event.RESUME, cause, at, before, null);
        } catch (NeverOpens e) {
            var note = "calendar-never-opens:" + clock.terms().calendar();
            clock.countByTheClock();
            goOn(clock, time(clock), at);
            notes.add(clock, Event.RESUME, cause, at, before, note);
        }
    }

    private static void goOn(Clock clock, WorkingTime time, Instant at) {
        boolean warns = clock.terms().warn() && !clock.isWarned();
        var untilWarning = clock.left().minus(clock.terms().leftAtWarning());
        clock.resume(warns ? time.after(at, untilWarning) : null, time.after(at, clock.left()));
    }

    /** Lets the response clock that ended last run on; see {@code ServiceLevels.answerFailed}. */
    void reopen(String cause, Instant at) {
        var responses =
                clocks.stream().filter(clock -> clock.metric().isResponse()).toList();
        if (responses.stream().anyMatch(Clock::isOpen)) {
            return;
        }
        responses.stream()
                .filter(clock -> clock.state() != ClockState.CANCELLED)
                .max(Comparator.comparing(clock -> Objects.requireNonNull(clock.endedAt(), "none is open")))
                .ifPresent(clock -> reopen(clock, cause, at));
    }

    private void reopen(Clock clock, String cause, Instant at) {
        boolean caseWaits = open().anyMatch(Clock::isPaused);
        clock.reopen();
        notes.add(clock, Event.REOPEN, cause, at, clock.dueAt(), null);
        if (clock.isPaused() && !caseWaits) {
            resume(clock, cause, at);
        }
        settle(clock, at);
    }

    /** @param at now, from when on it is worked by {@code target} */
    void move(Clock clock, Target target, String cause, Instant at) {
        var promise = target.promise();
        var before = clock.dueAt();
        boolean wasWarned = clock.isWarned();
        boolean wasLate = clock.isLate();
        clock.promise(target, at, promise.calendar().between(at, target.dueAt()));
        notes.promised(clock, Event.MOVE, cause, at, before, promise);
        notes.reached(clock, clock.isWarned() && !wasWarned && !clock.isLate(), clock.isLate() && !wasLate);
    }

    private WorkingTime time(Clock clock) {
        return calendars.version(clock.terms().calendar(), clock.terms().calendarVersion());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    Stream<Clock> open() {
        return clocks.stream().filter(Clock::isOpen);
    }

    boolean isEmpty() {
        return clocks.isEmpty();
    }

    boolean awaitsResponse() {
        return open().anyMatch(clock -> clock.metric().isResponse());
    }

    boolean haveChanged() {
        return !notes.entries().isEmpty();
    }

    /** @return true if what had ended runs on */
    boolean hasReopened() {
        return notes.entries().stream().anyMatch(entry -> entry.event() == Event.REOPEN);
    }

    String caseNumber() {
        return caseNumber;
    }

    List<Clock> begun() {
        return begun;
    }

    Notes notes() {
        return notes;
    }

    Board board() {
        return Board.of(clocks);
    }

    /** @return when the first open clock is due; one that waits is not, unless it is late */
    @Nullable
    Instant nextDue() {
        return open().filter(clock -> !clock.isPaused() || clock.isLate())
                .map(Clock::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    Instant dueBefore() {
        return dueBefore;
    }
}
