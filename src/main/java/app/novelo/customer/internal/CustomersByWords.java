package app.novelo.customer.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers for other modules, which know themselves who may see what is theirs. */
@Component
class CustomersByWords {

    private final JdbcClient jdbc;
    private final SearchTerms terms;

    CustomersByWords(JdbcClient jdbc, SearchTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    List<UUID> find(String text, int limit) {
        return jdbc.sql("select c.id from customer.customer c where c.merged_into is null " + SearchTerms.OF_TEXT
                        + "order by c.created_at desc, c.id desc limit :limit")
                .params(terms.parameters(null, text))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
