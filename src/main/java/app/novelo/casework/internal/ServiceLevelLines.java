package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.VisibleClocks.Wish;
import app.novelo.customer.Customers;
import app.novelo.platform.Caller;
import app.novelo.platform.Cursor;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.servicelevel.ClockCount;
import app.novelo.servicelevel.ClockReport;
import app.novelo.servicelevel.ClockReports;
import app.novelo.servicelevel.ClockRow;
import app.novelo.servicelevel.LateQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows clocks with their cases and customers: one question per module for a whole page. */
@Component
class ServiceLevelLines {

    private final ClockReports reports;
    private final CaseRows cases;
    private final VisibleClocks visible;
    private final WorkItems work;
    private final Customers customers;

    ServiceLevelLines(
            ClockReports reports, CaseRows cases, VisibleClocks visible, WorkItems work, Customers customers) {
        this.reports = reports;
        this.cases = cases;
        this.visible = visible;
        this.work = work;
        this.customers = customers;
    }

    /** @param why see {@link ClockReport} */
    record Detail(ServiceLevelLine clock, List<ClockReport.Entry> ledger, List<ClockReport.Step> why) {}

    Page<ServiceLevelLine> list(Caller caller, Wish wish) {
        var found = visible.list(caller, wish);
        return new Page<>(lines(found.items()), found.next());
    }

    /** Of all cases, so for managers. */
    Page<ServiceLevelLine> late(LateQuery query) {
        var found =
                Page.of(reports.late(query), query.limit(), row -> endOf(row).text());
        return new Page<>(lines(found.items()), found.next());
    }

    private static Cursor endOf(ClockRow row) {
        return new Cursor(Objects.requireNonNull(row.clock().endedAt(), "it has ended"), row.id());
    }

    /** Of all cases, so for managers. */
    List<ClockCount> counts(Instant dueBefore) {
        return reports.counts(dueBefore);
    }

    /** @throws NotFound if there is no such case, or the caller may not see it */
    CaseFile visible(Caller caller, String caseNumber) {
        return cases.find(caseNumber)
                .filter(file -> StoredCaseAccess.maySee(caller, file))
                .orElseThrow(() -> new NotFound("case " + caseNumber));
    }

    Page<Detail> explain(Caller caller, String caseNumber) {
        visible(caller, caseNumber);
        var found = reports.explain(caseNumber);
        var lines = lines(found.stream().map(ClockReport::row).toList()).stream()
                .collect(Collectors.toMap(ServiceLevelLine::id, Function.identity()));
        return new Page<>(
                found.stream()
                        .map(report -> new Detail(line(report, lines), report.ledger(), report.why()))
                        .toList(),
                null);
    }

    private static ServiceLevelLine line(ClockReport report, Map<?, ServiceLevelLine> lines) {
        var line = lines.get(report.row().id());
        return line == null ? ServiceLevelLine.of(report.row(), null, null, null) : line;
    }

    private List<ServiceLevelLine> lines(List<ClockRow> rows) {
        var numbers = rows.stream().map(row -> row.clock().caseNumber()).collect(Collectors.toSet());
        var files = cases.find(numbers).stream().collect(Collectors.toMap(CaseFile::number, Function.identity()));
        var people =
                customers.find(files.values().stream().map(CaseFile::customer).collect(Collectors.toSet()));
        var tasks = work.taskOfEach(numbers);
        return rows.stream()
                .map(row -> {
                    var number = row.clock().caseNumber();
                    var file = files.get(number);
                    return ServiceLevelLine.of(
                            row, file, file == null ? null : people.get(file.customer()), tasks.get(number));
                })
                .toList();
    }
}
