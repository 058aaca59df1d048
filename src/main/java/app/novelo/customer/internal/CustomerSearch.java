package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Caller;
import app.novelo.platform.Cursor;
import app.novelo.platform.Page;
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

    private static final String ALL =
            """
            select c.id as asked, c.* from customer.customer c
            where c.merged_into is null and (c.created_at, c.id) < (:at, :id)
            """;

    private static final String NEWEST_FIRST = "order by c.created_at desc, c.id desc limit :batch";

    private final JdbcClient jdbc;
    private final CustomerAccess access;
    private final SearchTerms terms;

    CustomerSearch(JdbcClient jdbc, CustomerAccess access, SearchTerms terms) {
        this.jdbc = jdbc;
        this.access = access;
        this.terms = terms;
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
        return jdbc.sql(ALL
                        + (query.phone == null ? "" : SearchTerms.OF_PHONE)
                        + (query.text == null ? "" : SearchTerms.OF_TEXT)
                        + NEWEST_FIRST)
                .param("at", time(from.at()))
                .param("id", from.id())
                .params(terms.parameters(query.phone, query.text))
                .param("batch", BATCH)
                .query((row, n) -> CustomerRows.map(row))
                .list();
    }
}
