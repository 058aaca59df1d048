package app.novelo.customer.internal;

import app.novelo.customer.Contact;
import app.novelo.customer.CustomerRegister;
import app.novelo.customer.NewCustomer;
import app.novelo.customer.internal.Identity.Kind;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Events;
import app.novelo.platform.NoveloSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredRegister implements CustomerRegister {

    private final CustomerRules rules;
    private final NewCustomerRows rows;
    private final IdentityRows identities;
    private final Holding holding;
    private final NoveloSettings settings;
    private final Events events;

    StoredRegister(
            CustomerRules rules,
            NewCustomerRows rows,
            IdentityRows identities,
            Holding holding,
            NoveloSettings settings,
            Events events) {
        this.rules = rules;
        this.rows = rows;
        this.identities = identities;
        this.holding = holding;
        this.settings = settings;
        this.events = events;
    }

    /** The number's lock is held to the end: his first message finds him, and two who write him down write him down once. */
    @Override
    @Transactional
    public Registered register(NewCustomer told, Instant now) {
        CustomerRules.name(told.name());
        var person = rules.checked(told, phone(told.phone()));
        var key = Kind.PHONE.key(person.dialled());
        var known = holding.evidence(List.of(key)).owner(Kind.PHONE);
        if (known.isPresent()) {
            return new Registered(known.get(), false);
        }
        var id = rows.add(person, key, now);
        events.append("customer.added", Map.of("customer", id.toString()));
        return new Registered(id, true);
    }

    @Override
    public Optional<UUID> find(String phone) {
        var keys = Identity.keys(new Contact(phone(phone), null, null, null, null));
        return new Evidence(keys, identities.of(keys)).owner(Kind.PHONE);
    }

    private String phone(@Nullable String written) {
        return PhoneKey.dialled(
                        written == null ? "" : written, settings.language().getCountry())
                .orElseThrow(() -> new BadRequest("phone", "a telephone number, such as +55 11 91234-5678"));
    }
}
