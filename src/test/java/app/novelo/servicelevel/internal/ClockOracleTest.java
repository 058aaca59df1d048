package app.novelo.servicelevel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.desk.Calendars;
import app.novelo.desk.WorkingTime;
import app.novelo.desk.internal.RandomCalendar;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.internal.Ledger.Entry;
import app.novelo.servicelevel.internal.Ledger.Event;
import app.novelo.servicelevel.internal.Targets.Target;
import app.novelo.servicelevel.internal.Worked.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Clocks and their ledger are what counting minute by minute gives: over calendars with nights, holidays and exceptions in
 * zones with summer time, with pauses, and with promises and calendars that change while the clock runs or waits.
 */
class ClockOracleTest {

    private static final int SCHEDULES = 12_000;
    private static final int LAST = RandomCalendar.DAYS * 24 * 60 - 1;

    /** When it warns; none of them cuts a minute in two. */
    private static final int[] PERCENTS = {0, 20, 50, 80};

    private final Random random = new Random(20261128);

    @Test
    void clocksAndLedgerAreWhatCountingMinuteByMinuteGives() {
        int late = 0;
        int moved = 0;
        for (int i = 0; i < SCHEDULES; i++) {
            var schedule = new Schedule(i);
            schedule.play();
            late += schedule.has(Event.BREACH) ? 1 : 0;
            moved += schedule.has(Event.MOVE) ? 1 : 0;
        }
        assertThat(late).as("schedules that try a breach").isBetween(SCHEDULES / 5, SCHEDULES * 4 / 5);
        assertThat(moved).as("schedules that try another promise").isGreaterThan(SCHEDULES / 5);
    }

    /** One clock and what is done to it, beside the minutes in which it ran. */
    private final class Schedule implements Calendars {

        private final List<RandomCalendar> calendars = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private final List<Entry> ledger = new ArrayList<>();
        private final boolean[] ran = new boolean[LAST + 1];
        private final int start;
        private final Clock clock;
        private Promise promise;
        private int now;
        private boolean running = true;

        Schedule(int number) {
            addCalendar();
            start = random.nextInt(LAST / 2);
            now = start;
            promise = promise();
            var act = act(List.of());
            act.begin(Metric.RESOLUTION, Target.of(promise, Worked.from(at(now))), "begin", at(now));
            clock = act.begun().get(0);
            ledger.addAll(act.notes().entries());
            done.add("schedule " + number + ": " + promise + " from " + at(start));
        }

        void play() {
            for (int steps = random.nextInt(9); steps > 0; steps--) {
                passTo(Math.min(LAST, now + random.nextInt(random.nextInt(2_500) + 1)));
                step();
                compare();
            }
            passTo(Math.min(LAST, now + random.nextInt(2_500)));
            compareDue();
            finish();
            ledgerHolds();
        }

        private void passTo(int minute) {
            for (; now < minute; now++) {
                ran[now] = running;
            }
        }

        private void step() {
            switch (random.nextInt(4)) {
                case 0 -> settle();
                case 1 -> toggle();
                case 2 -> toggle();
                default -> move();
            }
            done.add("  " + clock.state() + " due " + clock.dueAt());
        }

        private void settle() {
            done.add("settled at " + at(now));
            keep(act -> act.settle(at(now)));
        }

        /** Said twice, it happens once. */
        private void toggle() {
            done.add((running ? "paused at " : "resumed at ") + at(now));
            if (running) {
                keep(act -> act.pause("waits", at(now)));
                keepNothing(act -> act.pause("waits", at(now)));
            } else {
                keep(act -> act.resume("goes on", at(now)));
                keepNothing(act -> act.resume("goes on", at(now)));
            }
            running = !running;
            settle();
        }

        private void move() {
            if (random.nextBoolean()) {
                addCalendar();
            }
            promise = promise();
            done.add("moved at " + at(now) + " to " + promise);
            var marks = ledger.stream()
                    .map(entry -> new Mark(entry.event(), entry.at()))
                    .toList();
            keep(act -> act.move(clock, Target.of(promise, Worked.of(marks, at(now))), "table changed", at(now)));
        }

        private void finish() {
            boolean late = running ? reached(promise.minutes()) < now : worked() >= promise.minutes();
            done.add("ended at " + at(now));
            keep(act -> act.end(any -> true, "done", at(now)));
            assertThat(clock.state()).as("%s", this).isEqualTo(late ? ClockState.MET_LATE : ClockState.MET);
        }

        private void compare() {
            int worked = worked();
            settle();
            assertThat(clock.isLate()).as("late, %s", this).isEqualTo(worked >= promise.minutes());
            assertThat(clock.isWarned())
                    .as("warned, %s", this)
                    .isEqualTo(promise.warnPercent() > 0 && worked >= untilWarning());
            compareDue();
            if (!running && !clock.isLate()) {
                assertThat(clock.left().toMinutes()).as("left, %s", this).isEqualTo(promise.minutes() - worked);
            }
        }

        /** If it runs on; a due time after the last minute that is told cannot be compared. */
        private void compareDue() {
            int due = reached(promise.minutes());
            if (due <= LAST && (running || clock.isLate())) {
                assertThat(clock.dueAt()).as("due, %s", this).isEqualTo(at(due));
            }
        }

        private void ledgerHolds() {
            Instant due = null;
            for (var entry : ledger) {
                assertThat(entry.dueBefore()).as("%s in %s", entry, this).isEqualTo(due);
                due = entry.dueAt();
            }
            assertThat(due).isEqualTo(clock.dueAt());
            assertThat(ledger.get(0).event()).isEqualTo(Event.START);
            assertThat(ledger.get(ledger.size() - 1).event()).isEqualTo(Event.END);
            ledger.stream().filter(entry -> entry.event() == Event.BREACH).forEach(entry -> assertThat(entry.at())
                    .as("breach, %s", this)
                    .isEqualTo(entry.dueAt()));
        }

        private int untilWarning() {
            return promise.minutes() * promise.warnPercent() / 100;
        }

        private int worked() {
            int worked = 0;
            for (int minute = start; minute < now; minute++) {
                worked += ran[minute] && newest().isOpen(minute) ? 1 : 0;
            }
            return worked;
        }

        /** @return the minute at whose begin so much was worked; after the last one if it is not */
        private int reached(int minutes) {
            int left = minutes;
            for (int minute = start; minute <= LAST; minute++) {
                boolean runs = minute < now ? ran[minute] : running;
                left -= runs && newest().isOpen(minute) ? 1 : 0;
                if (left == 0) {
                    return minute + 1;
                }
            }
            return LAST + 2;
        }

        private Promise promise() {
            int minutes = 10 * (1 + random.nextInt(random.nextBoolean() ? 20 : 250));
            return new Promise(minutes, PERCENTS[random.nextInt(PERCENTS.length)], newest(""), 1, "rule", null);
        }

        private void addCalendar() {
            RandomCalendar next;
            do {
                next = calendars.isEmpty() ? RandomCalendar.of(random) : newest().other(random);
            } while (next.minutesAWeek() < 60); // a promise must come true within three years
            calendars.add(next);
        }

        private RandomCalendar newest() {
            return calendars.get(calendars.size() - 1);
        }

        private CaseClocks act(List<Clock> clocks) {
            return new CaseClocks("T-1", clocks, this);
        }

        private void keep(Consumer<CaseClocks> what) {
            var act = act(List.of(clock));
            what.accept(act);
            ledger.addAll(act.notes().entries());
        }

        private void keepNothing(Consumer<CaseClocks> what) {
            var act = act(List.of(clock));
            what.accept(act);
            assertThat(act.haveChanged()).as("%s", this).isFalse();
        }

        boolean has(Event event) {
            return ledger.stream().anyMatch(entry -> entry.event() == event);
        }

        private Instant at(int minute) {
            return newest().minute(minute);
        }

        @Override
        public WorkingTime newest(String calendar) {
            return version(calendar, calendars.size());
        }

        @Override
        public WorkingTime version(String calendar, int version) {
            return calendars.get(version - 1).calendar(version);
        }

        @Override
        public String toString() {
            return String.join("\n", done) + "\nby " + newest();
        }
    }
}
