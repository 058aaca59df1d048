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

    private static final String SELECT =
            "select number, name, username, user_id, parent_user_id, reading from sandbox.phone ";

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
                        insert into sandbox.phone (number, name, username, user_id, parent_user_id, reading)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        phone.number().value(),
                        phone.name(),
                        phone.username(),
                        phone.userId(),
                        phone.parentUserId(),
                        phone.reading().name())
                .update();
    }

    /** @param username set: the number is hidden from the business; empty: shown again */
    record Change(
            @Nullable String name,
            @Nullable String username,
            @Nullable String parentUserId,
            Phone.@Nullable Reading reading) {}

    /** Null leaves a field as it is; an empty text takes it away. */
    Phone change(Digits number, Change change) {
        at(number);
        jdbc.sql(
                        """
                        update sandbox.phone set name = coalesce(:name, name), reading = coalesce(:reading, reading),
                          username = nullif(coalesce(:username, username), ''),
                          parent_user_id = nullif(coalesce(:parent, parent_user_id), '')
                        where number = :number""")
                .param("name", change.name())
                .param(
                        "reading",
                        change.reading() == null ? null : change.reading().name())
                .param("username", change.username())
                .param("parent", change.parentUserId())
                .param("number", number.value())
                .update();
        return at(number);
    }

    void remove(Digits number) {
        jdbc.sql("delete from sandbox.phone where number = ?")
                .param(number.value())
                .update();
    }

    /** WhatsApp knows the owner by another id from now on. */
    Phone rename(Phone phone, String userId) {
        jdbc.sql("update sandbox.phone set user_id = ? where number = ?")
                .params(userId, phone.number().value())
                .update();
        return at(phone.number());
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
                row.getString("parent_user_id"),
                Phone.Reading.valueOf(row.getString("reading")));
    }
}
