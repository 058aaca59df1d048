package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code GET /api/v1/work} and the lists at Tasklist's left edge hold the same tasks. */
@RunningNovelo
class WorkListTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String LONG_AGO = "{\"name\":\"Resolve ticket\",\"due\":\"2020-01-06T12:00:00.000+0000\"}";

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    private Task task;

    @BeforeEach
    void aTicketWaitsInSupport() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        task = eventually(() -> cases.taskOf(ticket));
    }

    @Test
    void whatNobodyHasClaimedWaitsInItsQueueForAllOfIt() {
        assertThat(listed("bruno", "queues", "Minhas filas")).isTrue();
        assertThat(listed("carla", "queues", "Minhas filas")).isTrue();
        assertThat(listed("ana", "queues", "Minhas filas")).isFalse();
        assertThat(listed("bruno", "mine", "Minhas tarefas")).isFalse();
        assertThat(listed("bruno", "all", "Todas")).isTrue();
    }

    @Test
    void whatSomebodyHasClaimedIsHisAndWaitsNoMore() {
        assertThat(cases.claim("bruno", task.getId())).isTrue();

        assertThat(listed("bruno", "mine", "Minhas tarefas")).isTrue();
        assertThat(listed("bruno", "queues", "Minhas filas")).isFalse();
        assertThat(listed("carla", "mine", "Minhas tarefas")).isFalse();
        assertThat(listed("carla", "queues", "Minhas filas")).isFalse();
        assertThat(listed("carla", "all", "Todas")).isTrue();
    }

    @Test
    void whatIsLateIsOverdueAndNothingElse() {
        assertThat(listed("bruno", "overdue", "Atrasadas")).isFalse();

        var moved = Visitor.loggedIn(port, "tasklist", "marta", "people-of-tests")
                .put(ENGINE + "/task/" + task.getId(), LONG_AGO);
        assertThat(moved.status()).as(moved.toString()).isEqualTo(204);

        assertThat(listed("bruno", "overdue", "Atrasadas")).isTrue();
        assertThat(listed("ana", "overdue", "Atrasadas")).isFalse();
    }

    @Test
    void aScreenAsksForTheTasksThatItShows() {
        assertThat(ids(agent.get("bruno", "/api/v1/work?view=all&task=" + task.getId()), "taskId"))
                .containsExactly(task.getId());
        assertThat(ids(agent.get("bruno", "/api/v1/work?view=mine&task=" + task.getId() + "&task=none"), "taskId"))
                .isEmpty();
        assertThat(ids(agent.get("ana", "/api/v1/work?view=all&task=" + task.getId()), "taskId"))
                .isEmpty();
    }

    @Test
    void whoAsksForAConversationGetsItsTaskWhateverElseThereIs() {
        var conversation = agent.get("bruno", "/api/v1/work/tasks/" + task.getId())
                .body()
                .at("/conversation/id")
                .asText();

        assertThat(ids(agent.get("bruno", "/api/v1/work?view=all&limit=1&conversation=" + conversation), "taskId"))
                .containsExactly(task.getId());
        assertThat(ids(agent.get("ana", "/api/v1/work?view=all&conversation=" + conversation), "taskId"))
                .isEmpty();
    }

    /** @return whether the task stands in both lists; they must agree */
    private boolean listed(String user, String view, String filter) {
        var ours = !ids(agent.get(user, "/api/v1/work?view=" + view + "&task=" + task.getId()), "taskId")
                .isEmpty();
        assertThat(inTasklist(user, filter).contains(task.getId()))
                .as(view + " of " + user)
                .isEqualTo(ours);
        return ours;
    }

    private List<String> inTasklist(String user, String filter) {
        var tasklist = Visitor.loggedIn(port, "tasklist", user, "people-of-tests");
        var filters = tasklist.get(ENGINE + "/filter").json();
        var id = StreamSupport.stream(filters.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(filter))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        return ids(tasklist.get(ENGINE + "/filter/" + id + "/list").json(), "id");
    }

    private static List<String> ids(Agent.Answer answer, String field) {
        return ids(answer.body().path("items"), field);
    }

    private static List<String> ids(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
