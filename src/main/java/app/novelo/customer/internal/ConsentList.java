package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What counts now, of all customers. */
@Component
class ConsentList {

    /** Of each customer and purpose the entry than which there is no newer. {@code asked} is the one who goes on. */
    private static final String COUNTING =
            """
            select c.id as asked, k.* from customer.consent k
            join customer.customer w on w.id = k.customer
            join customer.customer c on c.id = coalesce(w.merged_into, w.id)
            where (k.at, k.id) < (:at, :id)
              and (:purpose::text is null or k.purpose = :purpose) and (:state::text is null or k.state = :state)
              and not exists (
                select 1 from customer.customer p join customer.consent o on o.customer = p.id
                where (p.id = c.id or p.merged_into = c.id) and o.purpose = k.purpose
                  and (o.at, o.state, o.id) > (k.at, k.state, k.id))
            """;

    private final JdbcClient jdbc;
    private final SearchTerms terms;

    ConsentList(JdbcClient jdbc, SearchTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    /** @param text a part of the customer's name, user name or number */
    record Query(
            @Nullable Purpose purpose,
            Consent.@Nullable State state,
            @Nullable String text,
            ConsentCursor after,
            int limit) {}

    /** @return the newest first */
    List<ConsentRows.Entry> find(Query query) {
        return jdbc.sql(COUNTING
                        + (query.text == null ? "" : SearchTerms.OF_TEXT)
                        + "order by k.at desc, k.id desc limit :limit")
                .param("at", time(query.after.at()))
                .param("id", query.after.id())
                .param("purpose", query.purpose == null ? null : query.purpose.name(), Types.VARCHAR)
                .param("state", query.state == null ? null : query.state.name(), Types.VARCHAR)
                .params(terms.parameters(null, query.text))
                .param("limit", query.limit)
                .query((row, n) -> ConsentRows.map(row))
                .list();
    }
}
