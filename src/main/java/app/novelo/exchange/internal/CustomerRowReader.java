package app.novelo.exchange.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.NewCustomer;
import app.novelo.customer.Purpose;
import app.novelo.customer.Registration;
import app.novelo.customer.Registration.Person;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import app.novelo.platform.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a record of a list: everything in it, or what is wrong with it first. */
@Component
class CustomerRowReader {

    private static final int LONGEST_SOURCE = 200;

    private static final Map<String, String> LANGUAGES = Map.of(
            "portugues", "pt",
            "portuguese", "pt",
            "ingles", "en",
            "english", "en",
            "espanhol", "es",
            "espanol", "es",
            "spanish", "es");

    private static final Set<String> YES =
            Set.of("sim", "s", "yes", "y", "si", "true", "1", "x", "verdadeiro", "verdadero");
    private static final Set<String> NO = Set.of("nao", "n", "no", "false", "0", "falso");

    /** What cannot be so, by the field that the customers' own rules name. */
    private static final Map<String, String> PROBLEMS = Map.of("phone", "no-number", "language", "no-language");

    private final Registration registration;
    private final UserDirectory users;
    private final NoveloSettings settings;
    private final Clock clock;

    CustomerRowReader(Registration registration, UserDirectory users, NoveloSettings settings, Clock clock) {
        this.registration = registration;
        this.users = users;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param further columns, by their heads, that are noted as the company's own fields */
    CustomerRow read(OpenList list, CsvReader.Record record, List<String> further) {
        try {
            return good(list, record, further);
        } catch (BadCell e) {
            return new CustomerRow.Bad(e.field, e.problem);
        } catch (BadRequest e) {
            return new CustomerRow.Bad(withoutPrefix(e.field()), PROBLEMS.getOrDefault(e.field(), "too-long"));
        }
    }

    private static String withoutPrefix(String field) {
        return field.startsWith("fields.") ? field.substring("fields.".length()) : field;
    }

    private CustomerRow.Good good(OpenList list, CsvReader.Record record, List<String> further) throws BadCell {
        if (list.columns().isTooLong(record)) {
            throw new BadCell(CustomerField.PHONE, "too-many-cells");
        }
        if (record.cells().stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            throw new BadCell(CustomerField.PHONE, "characters");
        }
        var cells = new EnumMap<CustomerField, String>(CustomerField.class);
        for (var field : CustomerField.values()) {
            cells.put(field, list.columns().cell(record, field));
        }
        var person = person(list, cells, list.columns().cells(record, further));
        return new CustomerRow.Good(person, said(cells), source(cells), at(cells));
    }

    private Person person(OpenList list, Map<CustomerField, String> cells, Map<String, String> fields) throws BadCell {
        var owner = owner(list, cells);
        var told = new NewCustomer(
                cell(cells, CustomerField.NAME),
                phone(cells),
                language(cells),
                cell(cells, CustomerField.SEGMENT),
                cell(cells, CustomerField.CONTRACT),
                null,
                fields);
        return registration.checked(told).ownedBy(owner);
    }

    /** An area code in a column of its own may come with the zero of long distance. */
    private static String phone(Map<CustomerField, String> cells) throws BadCell {
        var written = cells.getOrDefault(CustomerField.PHONE, "");
        if (written.isEmpty()) {
            throw new BadCell(CustomerField.PHONE, "missing");
        }
        var area = cells.getOrDefault(CustomerField.AREA, "");
        return area.isEmpty() || written.startsWith("+") ? written : area + " " + written;
    }

    private static @Nullable String cell(Map<CustomerField, String> cells, CustomerField field) {
        var cell = cells.getOrDefault(field, "");
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable String language(Map<CustomerField, String> cells) {
        var cell = cells.getOrDefault(CustomerField.LANGUAGE, "").replace('_', '-');
        return cell.isEmpty() ? null : LANGUAGES.getOrDefault(CustomerField.plain(cell), cell);
    }

    private @Nullable String owner(OpenList list, Map<CustomerField, String> cells) throws BadCell {
        var cell = cell(cells, CustomerField.OWNER);
        if (cell != null && !list.isUser(cell, name -> users.find(name).isPresent())) {
            throw new BadCell(CustomerField.OWNER, "no-user");
        }
        return cell;
    }

    private static Map<Purpose, Consent.State> said(Map<CustomerField, String> cells) throws BadCell {
        var said = new EnumMap<Purpose, Consent.State>(Purpose.class);
        state(cells, CustomerField.MARKETING).ifPresent(state -> said.put(Purpose.MARKETING, state));
        state(cells, CustomerField.SERVICE).ifPresent(state -> said.put(Purpose.SERVICE, state));
        return said;
    }

    /** An empty cell says nothing. */
    private static Optional<Consent.State> state(Map<CustomerField, String> cells, CustomerField field) throws BadCell {
        var cell = CustomerField.plain(cells.getOrDefault(field, ""));
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (!YES.contains(cell) && !NO.contains(cell)) {
            throw new BadCell(field, "no-yes-or-no");
        }
        return Optional.of(YES.contains(cell) ? Consent.State.GRANTED : Consent.State.WITHDRAWN);
    }

    private static @Nullable String source(Map<CustomerField, String> cells) throws BadCell {
        var cell = cell(cells, CustomerField.CONSENT_SOURCE);
        if (cell != null && cell.length() > LONGEST_SOURCE) {
            throw new BadCell(CustomerField.CONSENT_SOURCE, "too-long");
        }
        return cell;
    }

    private @Nullable Instant at(Map<CustomerField, String> cells) throws BadCell {
        var cell = cell(cells, CustomerField.CONSENT_AT);
        if (cell == null) {
            return null;
        }
        var at = ListDay.read(cell, settings.timeZone())
                .orElseThrow(() -> new BadCell(CustomerField.CONSENT_AT, "no-date"));
        if (at.isAfter(clock.instant())) {
            throw new BadCell(CustomerField.CONSENT_AT, "future");
        }
        return at;
    }

    /** What is wrong first. */
    private static final class BadCell extends Exception {

        private static final long serialVersionUID = 1;

        private final String field;
        private final String problem;

        BadCell(CustomerField field, String problem) {
            super(problem);
            this.field = field.word();
            this.problem = problem;
        }
    }
}
