package app.novelo.casework.internal;

import app.novelo.desk.Workload;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much everybody has to do, counted from the open tasks. */
@Component
class OpenWork implements Workload {

    private final JdbcClient jdbc;

    OpenWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> ofAgents(Collection<String> agents) {
        var loads = new HashMap<String, Integer>();
        if (agents.isEmpty()) {
            return loads;
        }
        jdbc.sql(
                        """
                        select agent, count(*) as open from (
                          select assignee as agent from casework.work_item where assignee in (:agents)
                          union all
                          select offered_to from casework.work_item where offered_to in (:agents) and assignee is null
                        ) taken group by agent""")
                .param("agents", agents)
                .query(row -> {
                    loads.put(row.getString("agent"), row.getInt("open"));
                });
        return loads;
    }

    @Override
    public Map<String, Waiting> ofQueues() {
        var waiting = new HashMap<String, Waiting>();
        jdbc.sql(
                        """
                        select queue, count(*) filter (where assignee is null) as unassigned, count(assignee) as assigned
                        from casework.work_item where queue is not null group by queue""")
                .query(row -> {
                    waiting.put(row.getString("queue"), new Waiting(row.getInt("unassigned"), row.getInt("assigned")));
                });
        return waiting;
    }
}
