package app.novelo.followup.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.customer.Registration;
import app.novelo.followup.internal.ReengagementEvent.Source;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NotFound;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an event that somebody else's program tells of. */
@Component
class ReengagementRequest {

    private static final Set<String> FIELDS =
            Set.of("event", "customer", "phone", "line", "subject", "dueAt", "values");

    /** Names with dots are those of our own log, which nobody else writes. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][A-Za-z0-9]{0,49}");

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");
    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_LINK = 1000;

    private final Customers customers;
    private final Registration registration;
    private final Lines lines;
    private final Clock clock;

    ReengagementRequest(Customers customers, Registration registration, Lines lines, Clock clock) {
        this.customers = customers;
        this.registration = registration;
        this.lines = lines;
        this.clock = clock;
    }

    /** @throws BadRequest naming the field that cannot be taken */
    ReengagementEvent read(ObjectNode told) {
        told.fieldNames().forEachRemaining(field -> known(field, FIELDS, field));
        var name = required(told, "event");
        if (!NAME.matcher(name).matches()) {
            throw new BadRequest("event", "letters and digits, at most 50, beginning with a letter");
        }
        return new ReengagementEvent(
                name,
                subject(told),
                Source.API,
                customer(told),
                line(told),
                null,
                clock.instant(),
                dueAt(told),
                values(told.path("values")));
    }

    private static void known(String field, Set<String> fields, String path) {
        if (!fields.contains(field)) {
            throw new BadRequest(path, "there is no such field");
        }
    }

    private static String subject(ObjectNode told) {
        var subject = required(told, "subject");
        if (subject.length() > LONGEST_SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequest("subject", "at most " + LONGEST_SUBJECT + " characters, on one line");
        }
        return subject;
    }

    private UUID customer(ObjectNode told) {
        var id = text(told, "customer");
        var phone = text(told, "phone");
        if ((id == null) == (phone == null)) {
            throw new BadRequest("customer", "either customer or phone names him");
        }
        if (phone != null) {
            var dialled = registration.required(phone);
            return Optional.ofNullable(registration.known(List.of(dialled)).get(dialled))
                    .orElseThrow(() -> new BadRequest("phone", "nobody is known by this number"));
        }
        return customers
                .find(uuid("customer", String.valueOf(id)))
                .map(Customer::id)
                .orElseThrow(() -> new NotFound("customer " + id));
    }

    private @Nullable UUID line(ObjectNode told) {
        var asked = text(told, "line");
        return asked == null
                ? null
                : lines.find(uuid("line", asked))
                        .filter(Line::active)
                        .map(Line::id)
                        .orElseThrow(() -> new BadRequest("line", "there is no such line"));
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(field, "not an id");
        }
    }

    private static @Nullable Instant dueAt(ObjectNode told) {
        var text = text(told, "dueAt");
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest("dueAt", "an instant such as 2026-12-01T12:00:00Z");
        }
    }

    private static Map<String, String> values(JsonNode told) {
        if (!told.isMissingNode() && !told.isNull() && !told.isObject()) {
            throw new BadRequest("values", "an object");
        }
        var values = new HashMap<String, String>();
        told.fieldNames().forEachRemaining(name -> {
            var path = "values." + name;
            known(name, CHECKS.keySet(), path);
            var value = told.get(name);
            if (!value.isNull()) {
                values.put(name, checked(name, value, path));
            }
        });
        return values;
    }

    private static String checked(String name, JsonNode value, String path) {
        var text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        try {
            if (value.isValueNode() && CHECKS.getOrDefault(name, any -> false).test(text)) {
                return text;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadRequest(path, FORMS.getOrDefault(name, ""));
        }
        throw new BadRequest(path, FORMS.getOrDefault(name, ""));
    }

    private static final Map<String, Check> CHECKS = Map.of(
            ReengagementValues.AMOUNT, text -> AMOUNT.matcher(text).matches(),
            ReengagementValues.CURRENCY, text -> Currency.getInstance(text).getNumericCode() >= 0,
            ReengagementValues.DUE_DATE, text -> LocalDate.parse(text).getYear() > 0,
            ReengagementValues.LINK, ReengagementRequest::isLink);

    private static final Map<String, String> FORMS = Map.of(
            ReengagementValues.AMOUNT, "a number such as 149.90",
            ReengagementValues.CURRENCY, "a currency of ISO 4217 such as BRL",
            ReengagementValues.DUE_DATE, "a date such as 2026-12-01",
            ReengagementValues.LINK, "an address that begins with https://, at most " + LONGEST_LINK + " characters");

    private static boolean isLink(String text) {
        return text.length() <= LONGEST_LINK
                && "https".equals(URI.create(text).getScheme())
                && URI.create(text).getHost() != null;
    }

    /** Whether a value is what its name says; it may also throw what the parser throws. */
    @FunctionalInterface
    private interface Check {
        boolean test(String text);
    }

    private static String required(ObjectNode told, String field) {
        var text = text(told, field);
        if (text == null) {
            throw new BadRequest(field, "is missing");
        }
        return text;
    }

    private static @Nullable String text(ObjectNode told, String field) {
        var value = told.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new BadRequest(field, "a text that is not empty");
        }
        return value.asText().strip();
    }
}
