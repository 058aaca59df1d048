package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.Contact;
import app.novelo.customer.Customer;
import app.novelo.customer.SavedNames;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code customer.saved_name}. */
@Component
class AddressBook implements SavedNames {

    /** Most of those in an owner's address book are no customers of his company, and none of its business. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    AddressBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void save(List<SavedName> names) {
        var newest = new TreeMap<String, SavedName>(); // in order: two writers never wait for each other in a circle
        names.stream()
                .sorted(Comparator.comparing(SavedName::at))
                .forEach(name -> newest.put(PhoneKey.of(name.phone()), name));
        var keys = newest.keySet().toArray(String[]::new);
        write(keys, newest.values().stream().toList());
        call(keys);
        jdbc.sql("delete from customer.saved_name where at < ?")
                .param(time(clock.instant().minus(KEPT)))
                .update();
    }

    private void write(String[] keys, List<SavedName> names) {
        jdbc.sql(
                        """
                        insert into customer.saved_name (key, name, at)
                        select * from unnest(?::text[], ?::text[], ?::timestamptz[])
                        on conflict (key) do update set name = excluded.name, at = excluded.at where saved_name.at <= excluded.at""")
                .param(keys)
                .param(names.stream().map(AddressBook::clean).toArray(String[]::new))
                .param(names.stream().map(name -> name.at().toString()).toArray(String[]::new))
                .update();
    }

    private static @Nullable String clean(SavedName name) {
        var clean = name.name() == null ? "" : CustomerName.clean(name.name());
        return clean.isEmpty() ? null : clean;
    }

    /** Whoever has told a name of his own, or was given one here, keeps it. */
    private void call(String[] keys) {
        jdbc.sql(
                        """
                        update customer.customer c set name = s.name, version = version + 1
                        from customer.saved_name s join customer.identity i on i.kind = 'PHONE' and i.key = s.key and i.valid_until is null
                        where s.key = any (?) and s.name is not null and c.id = i.customer and c.name ~ ? and c.name <> s.name""")
                .param(keys)
                .param(Customer.STANDS_FOR_A_NAME)
                .update();
    }

    /** @return what somebody new is called: by himself, else by the company, else what stands for a name */
    String nameOf(Contact contact) {
        if (contact.shownName() == null && contact.phone() != null) {
            return jdbc.sql("select name from customer.saved_name where key = ? and name is not null")
                    .param(PhoneKey.of(contact.phone()))
                    .query(String.class)
                    .optional()
                    .orElseGet(() -> CustomerName.of(contact));
        }
        return CustomerName.of(contact);
    }
}
