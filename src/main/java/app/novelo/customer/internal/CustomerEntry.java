package app.novelo.customer.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.CustomerStaff;
import app.novelo.customer.NewCustomer;
import app.novelo.customer.Registration;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Events;
import app.novelo.platform.NotFound;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody whom a person writes down. An agent becomes responsible for him, as else he would not see what he has written; for
 * whom else, and of which segment and contract, managers decide.
 */
@Service
class CustomerEntry {

    private static final Set<String> FIELDS =
            Set.of("name", "phone", "language", "segment", "contract", "owner", "fields", "consents");

    private static final int MOST_CONSENTS = 10;

    private final Registration registration;
    private final CustomerAccess access;
    private final CustomerStaff staff;
    private final ConsentReader reader;
    private final Consents consents;
    private final Events events;
    private final Clock clock;

    CustomerEntry(
            Registration registration,
            CustomerAccess access,
            CustomerStaff staff,
            ConsentReader reader,
            Consents consents,
            Events events,
            Clock clock) {
        this.registration = registration;
        this.access = access;
        this.staff = staff;
        this.reader = reader;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /** @throws CustomerKnown if somebody has that number */
    @Transactional
    public CustomerRows.Row add(Caller caller, ObjectNode told) {
        if (!staff.serves(caller)) {
            throw new NotFound("page");
        }
        told.fieldNames().forEachRemaining(field -> allow(caller, field, told.get(field)));
        var said = consents(caller, told.path("consents"));
        var name = CustomerRules.name(CustomerEdit.text(told, "name")); // in a list somebody may have none
        var person = registration.checked(new NewCustomer(
                name,
                CustomerEdit.text(told, "phone"),
                CustomerEdit.text(told, "language"),
                CustomerEdit.text(told, "segment"),
                CustomerEdit.text(told, "contract"),
                owner(caller, told),
                CustomerEdit.fields(told.path("fields"))));
        var registered =
                registration.register(List.of(person), false, clock.instant()).get(0);
        if (registered.outcome() != Registration.Outcome.CREATED) {
            throw new CustomerKnown(seen(caller, registered.customer()));
        }
        events.append("customer.added", Map.of("customer", registered.customer().toString()));
        said.forEach(consent -> consents.record(registered.customer(), consent));
        return access.visible(caller, registered.customer());
    }

    private static void allow(Caller caller, String field, JsonNode value) {
        if (!FIELDS.contains(field)) {
            throw new BadRequest(field, "there is no such field");
        }
        boolean own = field.equals("owner") && value.asText().equals(caller.id());
        if (CustomerEdit.OF_MANAGERS.contains(field) && !value.isNull() && !own && !caller.isManager()) {
            throw new ForManagers(field);
        }
    }

    private static @Nullable String owner(Caller caller, ObjectNode told) {
        var owner = CustomerEdit.text(told, "owner");
        return owner == null && !caller.isManager() ? caller.id() : owner;
    }

    private List<Consent> consents(Caller caller, JsonNode told) {
        if (!told.isMissingNode() && !told.isNull() && (!told.isArray() || told.size() > MOST_CONSENTS)) {
            throw new BadRequest("consents", "a list of at most " + MOST_CONSENTS);
        }
        var all = new ArrayList<Consent>();
        for (int n = 0; n < told.size(); n++) {
            var path = "consents[" + n + "].";
            all.add(reader.read(caller, ConsentReader.Told.of(told.get(n), path), path));
        }
        return all;
    }

    private @Nullable UUID seen(Caller caller, UUID customer) {
        try {
            return access.visible(caller, customer).id();
        } catch (NotFound e) {
            return null;
        }
    }
}
