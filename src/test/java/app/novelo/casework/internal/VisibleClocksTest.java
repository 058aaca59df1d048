package app.novelo.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.VisibleClocks.Wish;
import app.novelo.platform.Caller;
import app.novelo.servicelevel.ClockCount;
import app.novelo.servicelevel.ClockQuery;
import app.novelo.servicelevel.ClockReport;
import app.novelo.servicelevel.ClockReports;
import app.novelo.servicelevel.ClockRow;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.HeldBy;
import app.novelo.servicelevel.LateQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where many cases are visible, clocks are gone through in order: nothing is left out and nothing comes twice. */
class VisibleClocksTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T12:00:00Z");
    private static final Caller AGENT = new Caller("bruno", "Bruno", Set.of("support"));

    private final CaseRows cases = mock(CaseRows.class);
    private final CaseNumbers numbers = mock(CaseNumbers.class);

    @Test
    void everyVisibleClockIsOnOnePage() {
        var visible = among(3_000, 7);

        var found = new ArrayList<String>();
        String after = null;
        do {
            var page = visible.list(AGENT, wish(after));
            page.items().forEach(row -> found.add(row.clock().caseNumber()));
            after = page.next();
        } while (after != null);

        assertThat(found)
                .isEqualTo(IntStream.range(0, 3_000)
                        .filter(n -> n % 7 == 0)
                        .mapToObj(n -> "T-" + n)
                        .toList());
    }

    @Test
    void aSearchThatFindsNothingForLongIsGoneOnWithByTheCaller() {
        var visible = among(11_000, 1_000_000);

        var first = visible.list(AGENT, wish(null));

        assertThat(first.items()).hasSize(1);
        assertThat(first.next()).isNotNull();
        var second = visible.list(AGENT, wish(first.next()));
        assertThat(second.items()).isEmpty();
        assertThat(second.next()).isNull();
    }

    @Test
    void fewVisibleCasesAreNamed() {
        var visible = among(3_000, 7);
        when(numbers.visible(any(), any(), any(), anyBoolean(), anyInt())).thenReturn(List.of("T-7", "T-2996"));

        assertThat(visible.list(AGENT, wish(null)).items())
                .extracting(row -> row.clock().caseNumber())
                .containsExactly("T-7", "T-2996");
    }

    /** @param every which of them is in the agent's queue */
    private VisibleClocks among(int clocks, int every) {
        when(numbers.visible(any(), any(), any(), anyBoolean(), anyInt()))
                .thenReturn(Collections.nCopies(2_001, "T-0"));
        when(cases.find(anyCollection())).thenAnswer(call -> call.<Collection<String>>getArgument(0).stream()
                .map(number -> file(number, Integer.parseInt(number.substring(2)) % every == 0 ? "support" : "sales"))
                .toList());
        var rows = IntStream.range(0, clocks).mapToObj(VisibleClocksTest::row).toList();
        return new VisibleClocks(new InOrder(rows), cases, numbers);
    }

    private static Wish wish(@Nullable String after) {
        return new Wish(EnumSet.range(ClockState.RUNNING, ClockState.BREACHED), null, null, HeldBy.ANYBODY, after, 20);
    }

    private static ClockRow row(int n) {
        var due = BEGIN.plusSeconds(n);
        return new ClockRow(
                new UUID(0, n),
                new ClockView(
                        "T-" + n, "resolution", ClockState.RUNNING, 60, "clock", BEGIN, null, due, null, null, null),
                null,
                "support",
                null,
                Optional::empty);
    }

    private static CaseFile file(String number, String queue) {
        return new CaseFile(
                number,
                "ticket",
                null,
                new UUID(1, 1),
                "p",
                "OPEN",
                "NORMAL",
                queue,
                null,
                null,
                BEGIN,
                null,
                null,
                null);
    }

    private record InOrder(List<ClockRow> rows) implements ClockReports {

        @Override
        public List<ClockRow> list(ClockQuery query) {
            return rows.stream()
                    .filter(row -> row.clock().dueAt().isAfter(query.after().at()))
                    .filter(row -> query.cases() == null
                            || query.cases().contains(row.clock().caseNumber()))
                    .limit(query.limit() + 1L)
                    .toList();
        }

        @Override
        public List<ClockRow> late(LateQuery query) {
            return List.of();
        }

        @Override
        public List<ClockCount> counts(Instant dueBefore) {
            return List.of();
        }

        @Override
        public List<ClockReport> explain(String caseNumber) {
            return List.of();
        }
    }
}
