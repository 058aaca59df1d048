package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.Customer;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code customer.customer}. Statements and not entities: a lane's transaction waits for other writers in its middle and
 * must then see what they have written.
 */
@Component
class CustomerRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    CustomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** A customer who was merged is found as the one who goes on. */
    List<Row> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select a.id as asked, c.* from customer.customer a
                                join customer.customer c on c.id = coalesce(a.merged_into, a.id) where a.id in (:ids)""")
                        .param("ids", ids)
                        .query((row, n) -> map(row))
                        .list();
    }

    static Row map(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("asked", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("language"),
                row.getString("segment"),
                row.getString("contract"),
                row.getString("owner"),
                fields(row.getString("fields")),
                Sql.instant(row, "created_at"));
    }

    private static Map<String, String> fields(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields are an object of texts", e);
        }
    }

    static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields are an object of texts", e);
        }
    }

    List<UUID> ofSegment(String segment, int most) {
        return jdbc.sql(
                        """
                        select id from customer.customer where segment = ? and merged_into is null
                        order by created_at desc, id desc limit ?""")
                .param(segment)
                .param(most)
                .query(UUID.class)
                .list();
    }

    UUID create(String name, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into customer.customer (id, name, created_at, version) values (?, ?, ?, 0)")
                .param(id)
                .param(CustomerName.clean(name))
                .param(time(at))
                .update();
        return id;
    }

    /** A name that somebody chose stays; what stood for one does not. */
    void isCalled(UUID id, String name) {
        jdbc.sql("update customer.customer set name = ?, version = version + 1 where id = ? and name <> ? and name ~ ?")
                .param(CustomerName.clean(name))
                .param(id)
                .param(CustomerName.clean(name))
                .param(Customer.STANDS_FOR_A_NAME)
                .update();
    }

    void learnLanguage(UUID id, String language) {
        jdbc.sql(
                        """
                        update customer.customer set language = ?, version = version + 1
                        where id = (select coalesce(merged_into, id) from customer.customer where id = ?) and language is null""")
                .param(language)
                .param(id)
                .update();
    }

    void save(Row row) {
        jdbc.sql(
                        "update customer.customer set name = ?, language = ?, segment = ?, contract = ?, owner = ?, fields = ?::jsonb, version = version + 1 where id = ?")
                .param(CustomerName.clean(row.name))
                .param(row.language)
                .param(row.segment)
                .param(row.contract)
                .param(row.owner)
                .param(json(row.fields))
                .param(row.id)
                .update();
    }

    /** What the one who goes on lacks he has from the other; who was merged into that one before points on, too. */
    void merge(UUID from, UUID into) {
        jdbc.sql(
                        """
                        update customer.customer c set version = c.version + 1,
                          name = case when c.name ~ :unnamed then o.name else c.name end,
                          language = coalesce(c.language, o.language), segment = coalesce(c.segment, o.segment),
                          contract = coalesce(c.contract, o.contract),
                          owner = coalesce(c.owner, o.owner), fields = o.fields || c.fields,
                          created_at = least(c.created_at, o.created_at)
                        from customer.customer o where c.id = :into and o.id = :from""")
                .param("unnamed", Customer.STANDS_FOR_A_NAME)
                .param("into", into)
                .param("from", from)
                .update();
        jdbc.sql(
                        "update customer.customer set merged_into = :into, version = version + 1 where id = :from or merged_into = :from")
                .param("into", into)
                .param("from", from)
                .update();
    }

    /** @return who was merged into each of them */
    Map<UUID, List<UUID>> mergedInto(Collection<UUID> ids) {
        return jdbc
                .sql("select merged_into, id from customer.customer where merged_into in (:ids) order by id")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * A customer who goes on.
     *
     * @param asked the id that led here: his own, or that of one who was merged into him
     */
    record Row(
            UUID asked,
            UUID id,
            String name,
            @Nullable String language,
            @Nullable String segment,
            @Nullable String contract,
            @Nullable String owner,
            Map<String, String> fields,
            Instant createdAt) {}
}
