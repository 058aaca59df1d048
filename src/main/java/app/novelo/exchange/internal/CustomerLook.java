package app.novelo.exchange.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.Registration;
import app.novelo.exchange.internal.CustomerPreview.Sample;
import app.novelo.exchange.internal.CustomerPreview.Wrong;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks a list through. */
final class CustomerLook {

    /** A hundred thousand are meant; whoever has more brings several lists. */
    private static final long MOST_ROWS = 200_000;

    private static final int BATCH = 500;
    private static final int SAMPLES = 5;
    private static final int FIRST_BAD = 20;

    private final Registration registration;
    private final CustomerRowReader reader;
    private final BadRows.Batch bad;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> grants = new TreeMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Wrong> firstBad = new ArrayList<>();
    private final List<Registration.Person> batch = new ArrayList<>();
    private long rows;
    private long doubles;
    private long known;
    private long withoutSource;

    private CustomerLook(Registration registration, CustomerRowReader reader, BadRows.Batch bad) {
        this.registration = registration;
        this.reader = reader;
        this.bad = bad;
    }

    static CustomerPreview at(Path file, Registration registration, CustomerRowReader reader, BadRows.Batch bad)
            throws IOException {
        var look = new CustomerLook(registration, reader, bad);
        try (var list = OpenList.at(file, 0)) {
            for (var record = list.next(); record != null; record = list.next()) {
                look.see(list, record);
            }
            look.countKnown();
            bad.write();
            return look.preview(list);
        }
    }

    private void see(OpenList list, CsvReader.Record record) {
        rows++;
        if (rows > MOST_ROWS) {
            throw new FileRefused("too-many-rows", "a list has at most " + MOST_ROWS + " rows");
        }
        var row = reader.read(list, record, List.of());
        if (row instanceof CustomerRow.Bad wrong) {
            problems.merge(wrong.field() + "." + wrong.problem(), 1L, Long::sum);
            bad.add(rows, record, wrong);
            if (firstBad.size() < FIRST_BAD) {
                firstBad.add(new Wrong(record.line(), wrong.field(), wrong.problem()));
            }
        } else if (row instanceof CustomerRow.Good good) {
            see(good);
        }
    }

    private void see(CustomerRow.Good good) {
        good.said().forEach((purpose, state) -> {
            if (state == Consent.State.GRANTED) {
                grants.merge(purpose.name(), 1L, Long::sum);
            }
        });
        if (good.grants() && good.source() == null) {
            withoutSource++;
        }
        if (!seen.add(registration.key(good.person().dialled()))) {
            doubles++;
            return;
        }
        batch.add(good.person());
        if (batch.size() == BATCH) {
            countKnown();
        }
    }

    private void countKnown() {
        var owners = registration.known(
                batch.stream().map(Registration.Person::dialled).toList());
        known += owners.size();
        batch.stream()
                .limit(Math.max(0, SAMPLES - samples.size()))
                .forEach(person -> samples.add(new Sample(
                        "+" + person.dialled(),
                        person.name(),
                        person.language(),
                        person.segment(),
                        person.contract(),
                        person.owner(),
                        owners.containsKey(person.dialled()))));
        batch.clear();
    }

    private CustomerPreview preview(OpenList list) {
        if (rows == 0) {
            throw new FileRefused("no-rows", "nothing stands below the head");
        }
        var separator = list.text().separator();
        return new CustomerPreview(
                list.text().charset().name(),
                separator == '\t' ? "tab" : String.valueOf(separator),
                list.columns().shown(registration::isField),
                rows,
                problems.values().stream().mapToLong(Long::longValue).sum(),
                doubles,
                known,
                grants,
                withoutSource,
                problems,
                List.copyOf(firstBad),
                samples);
    }
}
