package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseSorting.Link;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.case_link}: each pair once, the smaller number first. */
@Component
class CaseLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if they were linked already */
    boolean add(String one, String other, String why, String by) {
        return jdbc.sql(
                                """
                        insert into casework.case_link (one, other, why, at, by_whom)
                        values (least(:one, :other), greatest(:one, :other), :why, :at, :by) on conflict do nothing""")
                        .param("one", one)
                        .param("other", other)
                        .param("why", why)
                        .param("at", time(clock.instant()))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** How one came from the other is history, and stays. @return whether there was such a link */
    boolean remove(String one, String other) {
        return jdbc.sql(
                                """
                        delete from casework.case_link where one = least(:one, :other) and other = greatest(:one, :other)
                          and why = 'related'""")
                        .param("one", one)
                        .param("other", other)
                        .update()
                == 1;
    }

    List<Link> of(Caller caller, String number) {
        return jdbc.sql(
                        """
                        select f.number, f.kind, f.state, l.why, l.at, l.by_whom from casework.case_link l
                          join casework.case_file f on f.number = case when l.one = :number then l.other else l.one end
                        where (l.one = :number or l.other = :number)
                          and (:all or f.queue in (:groups) or f.owner = :caller)
                        order by l.at desc, f.number""")
                .param("number", number)
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .query((row, n) -> new Link(
                        row.getString("number"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("why"),
                        Sql.instant(row, "at"),
                        row.getString("by_whom")))
                .list();
    }
}
