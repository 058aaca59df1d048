package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Caller;
import app.novelo.platform.Cursor;
import app.novelo.platform.NoveloSettings;
import app.novelo.platform.Page;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers by name, user name and number, newest first, as far as the caller may see them. */
@Component
class CustomerSearch {

    private static final int BATCH = 200;

    /** An agent who sees few of many must not make the database read them all for one page. */
    private static final int MOST_BATCHES = 10;

    /** Fewer digits are found in too many numbers to mean one. */
    private static final int FEWEST_DIGITS = 4;

    private static final String ALL =
            """
            select c.id as asked, c.* from customer.customer c
            where c.merged_into is null and (c.created_at, c.id) < (:at, :id)
            """;

    /** Unions, as an index serves each part and none serves an "or". */
    private static final String OF_PHONE =
            """
            and c.id in (
              select customer from customer.identity where kind = 'PHONE' and key = :phone
              union select customer from customer.identity where kind = 'PHONE' and customer.plain(value) like :digits)
            """;

    private static final String OF_TEXT =
            """
            and c.id in (
              select id from customer.customer where customer.plain(name) like :part
              union select customer from customer.identity where kind = 'USERNAME' and customer.plain(value) like :part
              union select customer from customer.identity where kind = 'PHONE' and customer.plain(value) like :textDigits
              union select customer from customer.identity where kind = 'PHONE' and key = :textPhone)
            """;

    private static final String NEWEST_FIRST = "order by c.created_at desc, c.id desc limit :batch";

    private final JdbcClient jdbc;
    private final CustomerAccess access;
    private final NoveloSettings settings;

    CustomerSearch(JdbcClient jdbc, CustomerAccess access, NoveloSettings settings) {
        this.jdbc = jdbc;
        this.access = access;
        this.settings = settings;
    }

    /** @param after cursor of the page before */
    record Query(@Nullable String phone, @Nullable String text, @Nullable String after, int limit) {}

    /** @return a page, which may be short although another follows: then little of what was looked at is the caller's */
    Page<CustomerRows.Row> find(Caller caller, Query query) {
        var found = new ArrayList<CustomerRows.Row>();
        var from = Cursor.of(query.after, Cursor.NEWEST);
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            var candidates = candidates(query, from);
            found.addAll(access.visible(caller, candidates));
            if (found.size() > query.limit) {
                return Page.of(found.subList(0, query.limit + 1), query.limit, row -> place(row)
                        .text());
            }
            if (candidates.size() < BATCH) {
                return new Page<>(found, null);
            }
            from = place(candidates.get(BATCH - 1));
        }
        return new Page<>(found, from.text());
    }

    private static Cursor place(CustomerRows.Row row) {
        return new Cursor(row.createdAt(), row.id());
    }

    private List<CustomerRows.Row> candidates(Query query, Cursor from) {
        var text = query.text == null ? null : query.text.strip();
        return jdbc.sql(ALL + (query.phone == null ? "" : OF_PHONE) + (text == null ? "" : OF_TEXT) + NEWEST_FIRST)
                .param("at", time(from.at()))
                .param("id", from.id())
                .param("phone", query.phone == null ? null : key(query.phone), Types.VARCHAR)
                .param("digits", digits(query.phone), Types.VARCHAR)
                .param("part", part(text), Types.VARCHAR)
                .param("textDigits", digits(text), Types.VARCHAR)
                .param("textPhone", text == null ? null : key(text), Types.VARCHAR)
                .param("batch", BATCH)
                .query((row, n) -> CustomerRows.map(row))
                .list();
    }

    private String key(String phone) {
        return PhoneKey.ofDialled(phone, settings.language().getCountry());
    }

    private @Nullable String part(@Nullable String text) {
        return text == null
                ? null
                : jdbc.sql(
                                "select '%' || replace(replace(replace(customer.plain(?), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'")
                        .param(text.startsWith("@") ? text.substring(1) : text)
                        .query(String.class)
                        .single();
    }

    /** Any part of a number; a name with a digit in it is none. */
    private static @Nullable String digits(@Nullable String written) {
        if (written == null || !PhoneKey.isWrittenLikeOne(written)) {
            return null;
        }
        var digits = written.replaceAll("[^0-9]", "");
        return digits.length() < FEWEST_DIGITS ? null : "%" + digits + "%";
    }
}
