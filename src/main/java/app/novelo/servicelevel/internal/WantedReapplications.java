package app.novelo.servicelevel.internal;

import app.novelo.platform.Wakeups;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code servicelevel.reapply}: cases whose clocks somebody wants to be asked for again. */
@Component
class WantedReapplications {

    static final String WANTED = "servicelevel.reapply";

    private final JdbcClient jdbc;
    private final Wakeups wakeups;

    WantedReapplications(JdbcClient jdbc, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.wakeups = wakeups;
    }

    int add(Collection<String> caseNumbers, String cause) {
        int added = jdbc.sql(
                        """
                        insert into servicelevel.reapply (case_number, cause)
                        select distinct case_number, :cause from servicelevel.clock
                        where ended_at is null and case_number = any(:cases) on conflict (case_number) do nothing""")
                .param("cause", cause)
                .param("cases", caseNumbers.toArray(String[]::new))
                .update();
        wakeups.signal(WANTED);
        return added;
    }

    List<String> some(int most) {
        return jdbc.sql("select case_number from servicelevel.reapply order by case_number limit ?")
                .param(most)
                .query(String.class)
                .list();
    }

    /** @return the cause; empty if another node has taken it */
    Optional<String> take(String caseNumber) {
        return jdbc.sql("delete from servicelevel.reapply where case_number = ? returning cause")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }
}
