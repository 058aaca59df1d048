package app.novelo.exchange.internal;

import app.novelo.customer.Registration;
import app.novelo.customer.Registration.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in a list of customers. */
@Component
class CustomerImport implements Importer {

    /** So many customers are held at once; whoever of them writes in this moment waits for a part of a second. */
    private static final int PORTION = 200;

    private final Registration registration;
    private final CustomerRowReader reader;
    private final CustomerDecisions decisions;
    private final CustomerConsents consents;
    private final BadRows bad;
    private final ObjectMapper json;
    private final Clock clock;
    private final Resumed<OpenList> open = new Resumed<>();

    CustomerImport(
            Registration registration,
            CustomerRowReader reader,
            CustomerDecisions decisions,
            CustomerConsents consents,
            BadRows bad,
            ObjectMapper json,
            Clock clock) {
        this.registration = registration;
        this.reader = reader;
        this.decisions = decisions;
        this.consents = consents;
        this.bad = bad;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public CustomerPreview look(ImportRow row, Path file) throws IOException {
        bad.forget(row.id(), 0);
        return CustomerLook.at(file, registration, reader, bad.of(row.id()));
    }

    @Override
    public CustomerChoices choices(ImportRow row, JsonNode asked) {
        return decisions.of(read(row.preview(), CustomerPreview.class), asked);
    }

    /** What the preview said of these rows may be another now: a user may be gone. */
    @Override
    public Portion run(ImportRow row, Path file) throws IOException {
        var list = open.at(row, position -> OpenList.at(file, position));
        if (row.position() == 0) {
            bad.forget(row.id(), 0);
        }
        var good = new ArrayList<Numbered>();
        var wrong = bad.of(row.id());
        long count = 0;
        var fields = read(row.choices(), CustomerChoices.class).fields();
        for (var record = list.next(); record != null; record = count < PORTION ? list.next() : null) {
            count++;
            var read = reader.read(list, record, fields);
            take(read, record, row.position() + count, good, wrong);
        }
        wrong.write();
        var report = store(row, good, count, wrong.size());
        boolean done = count < PORTION;
        open.stands(row.position() + count);
        if (done) {
            open.close();
        }
        return new Portion(row.position() + count, report, done);
    }

    private static void take(
            CustomerRow read, CsvReader.Record record, long number, List<Numbered> good, BadRows.Batch wrong) {
        if (read instanceof CustomerRow.Bad found) {
            wrong.add(number, record, found);
        } else if (read instanceof CustomerRow.Good person) {
            good.add(new Numbered(number, person));
        }
    }

    private CustomerReport store(ImportRow row, List<Numbered> good, long rows, long wrong) {
        var choices = read(row.choices(), CustomerChoices.class);
        var people = good.stream().map(one -> one.row.person()).toList();
        var registered = registration.register(people, choices.fill(), clock.instant());
        var said = new ArrayList<CustomerConsents.Said>();
        for (int i = 0; i < good.size(); i++) {
            boolean created = registered.get(i).outcome() == Outcome.CREATED;
            said.add(new CustomerConsents.Said(
                    registered.get(i).customer(), created, good.get(i).row, good.get(i).record));
        }
        var written = consents.write(said, choices, row);
        var before = row.report() == null ? CustomerReport.NOTHING : read(row.report(), CustomerReport.class);
        return new CustomerReport(
                before.rows() + rows,
                before.created() + count(registered, Outcome.CREATED),
                before.filled() + count(registered, Outcome.FILLED),
                before.known() + count(registered, Outcome.KNOWN),
                before.bad() + wrong,
                before.consents() + written.written(),
                before.consentsKept() + written.kept());
    }

    private static long count(List<Registration.Registered> all, Outcome outcome) {
        return all.stream().filter(one -> one.outcome() == outcome).count();
    }

    private <T> T read(@Nullable JsonNode column, Class<T> type) {
        return json.convertValue(column, type);
    }

    private record Numbered(long record, CustomerRow.Good row) {}
}
