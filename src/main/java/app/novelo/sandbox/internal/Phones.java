package app.novelo.sandbox.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All phones; any number becomes one by being named. */
@SandboxOnly
@Repository
class Phones {

    private static final String SELECT = "select number, name, username, user_id, reading from sandbox.phone ";

    private final JdbcClient jdbc;

    Phones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Phone at(Digits number) {
        return find(number).orElseGet(() -> {
            keep(Phone.fresh(number));
            return find(number).orElseThrow();
        });
    }

    /** Creates the phone; one that exists stays as its owner made it. */
    void keep(Phone phone) {
        jdbc.sql(
                        """
                        insert into sandbox.phone (number, name, username, user_id, reading) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        phone.number().value(),
                        phone.name(),
                        phone.username(),
                        phone.userId(),
                        phone.reading().name())
                .update();
    }

    /** Null leaves a field as it is; an empty user name takes it away. */
    Phone change(Digits number, @Nullable String name, @Nullable String username, Phone.@Nullable Reading reading) {
        at(number);
        jdbc.sql(
                        """
                        update sandbox.phone set name = coalesce(:name, name), reading = coalesce(:reading, reading),
                          username = nullif(coalesce(:username, username), '')
                        where number = :number""")
                .param("name", name)
                .param("reading", reading == null ? null : reading.name())
                .param("username", username)
                .param("number", number.value())
                .update();
        return at(number);
    }

    Optional<Phone> find(Digits number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number.value())
                .query((row, n) -> phone(row))
                .optional();
    }

    Optional<Phone> ofUser(String userId) {
        return jdbc.sql(SELECT + "where user_id = ?")
                .param(userId)
                .query((row, n) -> phone(row))
                .optional();
    }

    /** @return the phone that WhatsApp reaches under a dialled number */
    Phone dialled(Digits number) {
        return find(number).or(() -> number.brazilianTwin().flatMap(this::find)).orElseGet(() -> at(number));
    }

    List<Phone> all() {
        return jdbc.sql(SELECT + "order by position")
                .query((row, n) -> phone(row))
                .list();
    }

    private static Phone phone(ResultSet row) throws SQLException {
        return new Phone(
                new Digits(row.getString("number")),
                row.getString("name"),
                row.getString("username"),
                row.getString("user_id"),
                Phone.Reading.valueOf(row.getString("reading")));
    }
}
