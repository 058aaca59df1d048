package app.novelo.lead.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.customer.Customers;
import app.novelo.platform.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds leads by number, customer and product, and by the files that they were offered: their names, and what they say. */
@Component
class LeadSearch {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int MOST_CUSTOMERS = 500;

    /** Unions, as an index serves each part and none serves an "or". */
    private static final String FOUND =
            """
            select number from lead.lead where number in (
                select number from lead.lead where number = upper(:text) or number like '%-' || :digits
                union select number from lead.lead where customer in (:customers)
                union select number from lead.lead where lead.plain(product) like :part
                union select number from lead.proposal where version is not null and lead.plain(name) like :part
                union select number from lead.proposal
                  where version is not null and found_by @@ websearch_to_tsquery('portuguese', lead.plain(:text)))
              and (:all or queue in (:groups) or owner = :caller)
            order by closed_at is not null, opened_at desc, number desc limit :limit""";

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Cases cases;

    LeadSearch(JdbcClient jdbc, Customers customers, Cases cases) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.cases = cases;
    }

    /** @return open ones first and then the newest; none for less than two characters */
    List<CaseFile> found(Caller caller, String written, int limit) {
        var numbers = find(caller, written, limit);
        var files = cases.find(numbers);
        return numbers.stream()
                .flatMap(number -> Stream.ofNullable(files.get(number)))
                .toList();
    }

    private List<String> find(Caller caller, String written, int limit) {
        var text = written.replace('\0', ' ').strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return List.of();
        }
        var found = customers.named(text, MOST_CUSTOMERS);
        return jdbc.sql(FOUND)
                .param("text", text)
                .param("digits", text.matches("\\d{1,6}") ? "0".repeat(6 - text.length()) + text : "-")
                .param("part", part(text))
                .param("customers", found.isEmpty() ? List.of(NOBODY) : found)
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private String part(String text) {
        return jdbc.sql(
                        "select '%' || replace(replace(replace(lead.plain(?), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'")
                .param(text)
                .query(String.class)
                .single();
    }
}
