package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.platform.Caller;
import app.novelo.platform.Cursor;
import app.novelo.platform.Page;
import app.novelo.servicelevel.ClockQuery;
import app.novelo.servicelevel.ClockReports;
import app.novelo.servicelevel.ClockRow;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.HeldBy;
import app.novelo.servicelevel.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Clocks whose cases the caller may see: a manager all. Of few cases their numbers are named, of many the clocks are gone
 * through in the order of their due times, where a page is soon full.
 */
@Component
class VisibleClocks {

    /** Beyond that a case in fifty or more is visible, if 100,000 are open. */
    private static final int MOST_NAMED = 2_000;

    /** 10,000 clocks; whoever needs more of them asks for the next page. */
    private static final int ROUNDS = 50;

    private final ClockReports reports;
    private final CaseRows cases;
    private final CaseNumbers numbers;

    VisibleClocks(ClockReports reports, CaseRows cases, CaseNumbers numbers) {
        this.reports = reports;
        this.cases = cases;
        this.numbers = numbers;
    }

    record Wish(
            Set<ClockState> states,
            @Nullable Metric metric,
            @Nullable Instant dueBefore,
            HeldBy held,
            @Nullable String after,
            int limit) {

        private Cursor from() {
            return Cursor.of(after, Cursor.OLDEST);
        }

        private ClockQuery query(@Nullable Collection<String> cases, Cursor from, int most) {
            return new ClockQuery(states, metric, dueBefore, held, cases, from, most);
        }

        private boolean open() {
            return states.stream().noneMatch(ClockState::isEnd);
        }
    }

    /** @return a page; while there is a next one it may be shorter than was asked for */
    Page<ClockRow> list(Caller caller, Wish wish) {
        if (caller.isManager()) {
            return page(reports.list(wish.query(null, wish.from(), wish.limit)), wish);
        }
        var named = numbers.visible(caller, wish.held.queue(), wish.held.owner(), wish.open(), MOST_NAMED + 1);
        return named.size() <= MOST_NAMED
                ? page(reports.list(wish.query(named, wish.from(), wish.limit)), wish)
                : walk(caller, wish);
    }

    private static Page<ClockRow> page(List<ClockRow> rows, Wish wish) {
        return Page.of(rows, wish.limit, row -> cursor(row).text());
    }

    private Page<ClockRow> walk(Caller caller, Wish wish) {
        var found = new ArrayList<ClockRow>();
        var from = wish.from();
        for (int round = 0; round < ROUNDS; round++) {
            var rows = reports.list(wish.query(null, from, Page.MAX_LIMIT));
            found.addAll(wanted(caller, wish, rows));
            if (found.size() > wish.limit || rows.size() <= Page.MAX_LIMIT) {
                return page(found, wish);
            }
            from = cursor(rows.get(rows.size() - 1));
        }
        return new Page<>(found, from.text());
    }

    private List<ClockRow> wanted(Caller caller, Wish wish, List<ClockRow> rows) {
        var files = cases
                .find(rows.stream().map(row -> row.clock().caseNumber()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(CaseFile::number, Function.identity()));
        return rows.stream()
                .filter(row -> {
                    var file = files.get(row.clock().caseNumber());
                    return file != null && StoredCaseAccess.maySee(caller, file);
                })
                .toList();
    }

    private static Cursor cursor(ClockRow row) {
        return new Cursor(row.clock().dueAt(), row.id());
    }
}
