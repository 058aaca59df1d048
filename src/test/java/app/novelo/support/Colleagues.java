package app.novelo.support;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent.Answer;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People and queues of one test alone: what they are given takes nothing from other tests. */
public final class Colleagues {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Agent agent;

    public Colleagues(Agent agent) {
        this.agent = agent;
    }

    /** @return id of a queue that nobody is in and that never closes, whose work is never taken back by itself */
    public String queue(Map<String, Object> settings) {
        var id = "queue-" + NEXT.incrementAndGet();
        var body = new HashMap<String, Object>(Map.of("id", id, "name", "Fila " + id, "calendar", alwaysOpen()));
        body.putAll(settings);
        said(agent.post("marta", "/api/v1/queues", body), 201);
        return id;
    }

    /** Tests run at night, too. */
    private String alwaysOpen() {
        var day = List.of(Map.of("opens", "00:00", "closes", "24:00"));
        var hours = new HashMap<String, Object>();
        for (var name : DayOfWeek.values()) {
            hours.put(name.name(), day);
        }
        said(agent.put("marta", "/api/v1/calendars/always-open", Map.of("hours", hours)), 200);
        return "always-open";
    }

    /** @return id of somebody who is always on shift, and not there yet */
    public String hired(String queue, Map<String, Object> more) {
        var id = "colleague" + NEXT.incrementAndGet();
        var body = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "firstName",
                "Colega",
                "lastName",
                id,
                "password",
                "people-of-tests",
                "queues",
                List.of(queue),
                "calendar",
                "clock",
                "capacity",
                3));
        body.putAll(more);
        said(agent.post("admin", "/api/v1/agents", body), 201);
        return id;
    }

    public void says(String who, String status) {
        said(agent.put(who, "/api/v1/presence", Map.of("status", status)), 200);
    }

    /** Nobody of them is given anything any more. */
    public void goHome(List<String> people) {
        people.forEach(who -> says(who, "OFFLINE"));
    }

    private static void said(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
