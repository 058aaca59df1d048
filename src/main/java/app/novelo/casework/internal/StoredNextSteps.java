package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.NextSteps;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.next_step}. */
@Component
class StoredNextSteps implements NextSteps {

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Kinds kinds;
    private final Events events;

    StoredNextSteps(JdbcClient jdbc, CaseRows rows, Kinds kinds, Events events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.kinds = kinds;
        this.events = events;
    }

    @Override
    public void plan(String caseNumber, Step step) {
        jdbc.sql(
                        """
                        insert into casework.next_step (case_number, reference, what, at)
                        values (:case, :reference, :what, :at)
                        on conflict (case_number, reference) do update set what = excluded.what, at = excluded.at""")
                .param("case", caseNumber)
                .param("reference", step.reference())
                .param("what", step.what())
                .param("at", time(step.at()))
                .update();
        rows.find(caseNumber).ifPresent(file -> kinds.of(file.kind()).planned(caseNumber, step));
        tell(caseNumber);
    }

    @Override
    public void done(String caseNumber, String reference) {
        int gone = jdbc.sql("delete from casework.next_step where case_number = ? and reference = ?")
                .param(caseNumber)
                .param(reference)
                .update();
        if (gone > 0) {
            tell(caseNumber);
        }
    }

    @Override
    public void clear(String caseNumber) {
        jdbc.sql("delete from casework.next_step where case_number = ?")
                .param(caseNumber)
                .update();
    }

    @Override
    public Map<String, List<Step>> of(Collection<String> caseNumbers) {
        var found = new HashMap<String, List<Step>>();
        jdbc.sql("select * from casework.next_step where case_number = any(?) order by at, reference")
                .param(caseNumbers.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString("case_number"), number -> new ArrayList<>())
                            .add(new Step(row.getString("reference"), row.getString("what"), Sql.instant(row, "at")));
                });
        return found;
    }

    private void tell(String caseNumber) {
        events.append("case.changed", Map.of("case", caseNumber));
    }
}
