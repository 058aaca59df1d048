package app.novelo.servicelevel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.desk.Calendars;
import app.novelo.desk.NeverOpens;
import app.novelo.desk.UnknownCalendar;
import app.novelo.desk.WorkingTime;
import app.novelo.engine.DecisionRecord;
import app.novelo.engine.Decisions;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.internal.Targets.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What becomes of the rows of {@code sla.dmn}, of wrong ones too. */
class TargetsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    @Test
    void theEarliestDueOfSeveralRowsCounts() {
        row(240, "clock", 80);
        row(30, "clock", 50);

        assertThat(target()).hasValueSatisfying(target -> {
            assertThat(target.dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
            assertThat(target.warnAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
            assertThat(target.promise().rule()).isEqualTo("rule_1");
            assertThat(target.promise().tableVersion()).isEqualTo(7);
            assertThat(target.promise().note()).isNull();
        });
    }

    @Test
    void anUnknownCalendarCountsByTheClockAndSaysSo() {
        row(60, "weekends", 80);

        assertThat(target()).hasValueSatisfying(target -> {
            assertThat(target.dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(60)));
            assertThat(target.promise().calendar().calendar()).isEqualTo("clock");
            assertThat(target.promise().note()).isEqualTo("calendar-unknown:weekends");
        });
    }

    @Test
    void aCalendarThatNeverOpensCountsByTheClockAndSaysSo() {
        row(60, "closed", 80);

        assertThat(target()).hasValueSatisfying(target -> {
            assertThat(target.dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(60)));
            assertThat(target.promise().note()).isEqualTo("calendar-never-opens:closed");
        });
    }

    @Test
    void noCalendarIsTheClock() {
        row(60, null, null);

        assertThat(target()).hasValueSatisfying(target -> {
            assertThat(target.promise().calendar().calendar()).isEqualTo("clock");
            assertThat(target.warnAt()).isNull();
        });
    }

    @Test
    void warningsOutsideOfTheTimeAreNone() {
        for (int percent : new int[] {-1, 0, 100, 101}) {
            rows.clear();
            row(60, "clock", percent);
            assertThat(target())
                    .hasValueSatisfying(target -> assertThat(target.warnAt()).isNull());
        }
    }

    @Test
    void senselessMinutesStayWithinTime() {
        row(-5, "clock", 80);
        assertThat(target())
                .hasValueSatisfying(target -> assertThat(target.dueAt()).isEqualTo(NOON));

        rows.clear();
        row(Integer.MAX_VALUE, "clock", 80);
        assertThat(target())
                .hasValueSatisfying(target -> assertThat(target.dueAt()).isBefore(NOON.plus(Duration.ofDays(3_661))));
    }

    @Test
    void aTableThatSaysNothingPromisesNothing() {
        assertThat(target()).isEmpty();
        row(null, "clock", 80);
        assertThat(target()).isEmpty();
    }

    private void row(@Nullable Integer minutes, @Nullable String calendar, @Nullable Integer percent) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("minutes", minutes);
        row.put("calendar", calendar);
        row.put("warnAtPercent", percent);
        rows.add(row);
    }

    private Optional<Target> target() {
        return new Targets(new Table(), new Known()).of(Metric.RESOLUTION, Map.of(), Worked.from(NOON));
    }

    private final class Table implements Decisions {

        @Override
        public List<Map<String, @Nullable Object>> evaluate(String decision, Map<String, @Nullable Object> facts) {
            return rows;
        }

        @Override
        public DecisionRecord decide(String decision, Map<String, @Nullable Object> facts) {
            assertThat(facts).containsEntry("metric", "resolution");
            var rules =
                    IntStream.range(0, rows.size()).mapToObj(i -> "rule_" + i).toList();
            return new DecisionRecord(decision, 7, facts, rows, rules, null, null, null, null);
        }

        @Override
        public boolean says(String decision, String expression) {
            return false;
        }

        @Override
        public Set<String> inputCells(String decision) {
            return Set.of();
        }

        @Override
        public Optional<String> annotation(String decision, int version, String rule) {
            return Optional.empty();
        }
    }

    private static final class Known implements Calendars {

        @Override
        public WorkingTime newest(String calendar) {
            var time = Mockito.mock(WorkingTime.class);
            Mockito.when(time.calendar()).thenReturn(calendar);
            if (calendar.equals("closed")) {
                Mockito.when(time.after(Mockito.any(), Mockito.any()))
                        .thenThrow(new NeverOpens(calendar, Duration.ofMinutes(1)));
            } else if (calendar.equals(CLOCK)) {
                Mockito.when(time.after(Mockito.any(), Mockito.any()))
                        .thenAnswer(call -> call.<Instant>getArgument(0).plus(call.<Duration>getArgument(1)));
            } else {
                throw new UnknownCalendar(calendar);
            }
            return time;
        }

        @Override
        public WorkingTime version(String calendar, int version) {
            return newest(calendar);
        }
    }
}
