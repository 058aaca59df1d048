package app.novelo.customer.internal;

import app.novelo.customer.NewCustomer;
import app.novelo.customer.Registration;
import app.novelo.customer.internal.Identity.Key;
import app.novelo.customer.internal.Identity.Kind;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People of a list, a few hundred at a time. */
@Component
class StoredRegistration implements Registration {

    private final CustomerRules rules;
    private final Holding holding;
    private final IdentityRows identities;
    private final NewCustomerRows rows;
    private final NoveloSettings settings;

    StoredRegistration(
            CustomerRules rules,
            Holding holding,
            IdentityRows identities,
            NewCustomerRows rows,
            NoveloSettings settings) {
        this.rules = rules;
        this.holding = holding;
        this.identities = identities;
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public Optional<String> dialled(String written) {
        return PhoneKey.dialled(written, settings.language().getCountry());
    }

    @Override
    public String required(@Nullable String written) {
        return dialled(written == null ? "" : written)
                .orElseThrow(() -> new BadRequest("phone", "a telephone number, such as +55 11 91234-5678"));
    }

    @Override
    public Person checked(NewCustomer told) {
        return rules.checked(told, required(told.phone()));
    }

    @Override
    public boolean isField(String name) {
        return CustomerRules.isField(name);
    }

    @Override
    public String key(String dialled) {
        return PhoneKey.of(dialled);
    }

    @Override
    public Map<String, UUID> known(Collection<String> dialled) {
        var owners = identities.owners(keys(dialled));
        var known = new HashMap<String, UUID>();
        for (var number : dialled) {
            var owner = owners.get(PhoneKey.of(number));
            if (owner != null) {
                known.put(number, owner);
            }
        }
        return known;
    }

    private static List<Key> keys(Collection<String> dialled) {
        return dialled.stream().map(Kind.PHONE::key).toList();
    }

    private static Map<String, UUID> owners(List<Identity> known) {
        var owners = new HashMap<String, UUID>();
        known.stream()
                .filter(Identity::isValid)
                .forEach(identity -> owners.put(identity.key().text(), identity.customer()));
        return owners;
    }

    /** A number that stands there twice is one person: the later one finds him known. */
    @Override
    public List<Registered> register(List<Person> people, boolean fill, Instant at) {
        var keys = keys(people.stream().map(Person::dialled).toList());
        var owners = owners(holding.evidence(keys).known());
        var registered = new ArrayList<Registered>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var owner = owners.get(key.text());
            if (owner == null) {
                var created = rows.add(people.get(i), key, at);
                owners.put(key.text(), created);
                registered.add(new Registered(created, Outcome.CREATED));
            } else {
                boolean filled = fill && rows.fill(owner, people.get(i));
                registered.add(new Registered(owner, filled ? Outcome.FILLED : Outcome.KNOWN));
            }
        }
        return registered;
    }
}
