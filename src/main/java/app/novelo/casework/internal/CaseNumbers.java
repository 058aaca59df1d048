package app.novelo.casework.internal;

import app.novelo.platform.Caller;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases by number only, for what another module keeps of them. */
@Component
class CaseNumbers {

    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param open only those that are not closed */
    List<String> visible(Caller caller, @Nullable String queue, @Nullable String owner, boolean open, int most) {
        return jdbc.sql(
                        """
                        select number from casework.case_file
                        where (:all or queue in (:groups) or owner = :caller) and (not :open or closed_at is null)
                          and (:queue::text is null or queue = :queue) and (:owner::text is null or owner = :owner)
                        limit :most""")
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("open", open)
                .param("queue", queue, Types.VARCHAR)
                .param("owner", owner, Types.VARCHAR)
                .param("most", most)
                .query(String.class)
                .list();
    }

    List<String> openOf(String kind) {
        return jdbc.sql("select number from casework.case_file where kind = ? and closed_at is null")
                .param(kind)
                .query(String.class)
                .list();
    }
}
