package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.Customer;
import app.novelo.customer.Registration.Person;
import app.novelo.customer.internal.Identity.Key;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down people whom the company knows from elsewhere. */
@Component
class NewCustomerRows {

    private final JdbcClient jdbc;

    NewCustomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement, as there may be a hundred thousand. */
    UUID add(Person person, Key phone, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        with added as (
                          insert into customer.customer (id, name, language, segment, contract, owner, fields, created_at, version)
                          values (:id, coalesce(:name, (select s.name from customer.saved_name s where s.key = :key and s.name is not null), :number),
                            :language, :segment, :contract, :owner, :fields::jsonb, :at, 0))
                        insert into customer.identity (kind, key, value, customer, known_since, used_since)
                        values ('PHONE', :key, :phone, :id, :at, :at)""")
                .param("id", id)
                .param("name", clean(person.name()), Types.VARCHAR)
                .param("number", "+" + phone.value())
                .param("language", person.language(), Types.VARCHAR)
                .param("segment", person.segment(), Types.VARCHAR)
                .param("contract", person.contract(), Types.VARCHAR)
                .param("owner", person.owner(), Types.VARCHAR)
                .param("fields", CustomerRows.json(person.fields()))
                .param("key", phone.text())
                .param("phone", phone.value())
                .param("at", time(at))
                .update();
        return id;
    }

    /** What he himself has told, or somebody here has written, stays. @return whether anything was added */
    boolean fill(UUID customer, Person person) {
        return jdbc.sql(
                                """
                                update customer.customer set version = version + 1,
                                  name = case when name ~ :unnamed then coalesce(:name, name) else name end,
                                  language = coalesce(language, :language), segment = coalesce(segment, :segment),
                                  contract = coalesce(contract, :contract),
                                  owner = coalesce(owner, :owner), fields = :fields::jsonb || fields
                                where id = :id and (name ~ :unnamed and :name::text is not null and name <> :name
                                  or language is null and :language::text is not null
                                  or segment is null and :segment::text is not null
                                  or contract is null and :contract::text is not null
                                  or owner is null and :owner::text is not null or fields <> :fields::jsonb || fields)""")
                        .param("unnamed", Customer.STANDS_FOR_A_NAME)
                        .param("name", clean(person.name()), Types.VARCHAR)
                        .param("language", person.language(), Types.VARCHAR)
                        .param("segment", person.segment(), Types.VARCHAR)
                        .param("contract", person.contract(), Types.VARCHAR)
                        .param("owner", person.owner(), Types.VARCHAR)
                        .param("fields", CustomerRows.json(person.fields()))
                        .param("id", customer)
                        .update()
                == 1;
    }

    private static @Nullable String clean(@Nullable String name) {
        var clean = name == null ? "" : CustomerName.clean(name);
        return clean.isEmpty() ? null : clean;
    }
}
