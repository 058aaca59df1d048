package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.TaskFilters;
import app.novelo.engine.TaskFilters.Content;
import app.novelo.engine.TaskFilters.TaskFilter;
import app.novelo.support.Doors;
import app.novelo.support.Staff;
import app.novelo.support.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our filters show each reader his own, without any expression in them. */
@Doors
class TaskFiltersTest {

    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    TaskFilters filters;

    @Autowired
    FilterService engineFilters;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    private DeskScene scene;

    @BeforeEach
    void ensureFilters() {
        scene = new DeskScene(repository, runtime, tasks, identities);
        filters.ensure(all("List "));
    }

    @Test
    void showEachReaderHisOwn() {
        var waiting = scene.taskOf("support").getId();
        var brunos = scene.taskOf("support", "bruno").getId();
        var sales = scene.taskOf("sales").getId();

        assertThat(seen("bruno", Content.QUEUES)).contains(waiting).doesNotContain(brunos, sales);
        assertThat(seen("bruno", Content.MINE)).contains(brunos).doesNotContain(waiting, sales);
        assertThat(seen("ana", Content.QUEUES)).contains(sales).doesNotContain(waiting, brunos);
        assertThat(seen("ana", Content.MINE)).isEmpty();
        assertThat(seen("marta", Content.QUEUES)).isEmpty();
        assertThat(seen("marta", Content.ALL)).contains(waiting, brunos, sales);
    }

    @Test
    void showWhatIsLate() {
        var late = scene.taskOf("support");
        late.setDueDate(Date.from(Instant.now().minus(Duration.ofHours(1))));
        tasks.saveTask(late);
        var inTime = scene.taskOf("support");
        inTime.setDueDate(Date.from(Instant.now().plus(Duration.ofHours(1))));
        tasks.saveTask(inTime);

        assertThat(seen("bruno", Content.OVERDUE)).contains(late.getId()).doesNotContain(inTime.getId());
    }

    @Test
    void countWhatTheyList() {
        scene.taskOf("support", "carla");
        var carla = visitor("carla");
        var path = API + "/filter/" + id(Content.MINE);
        assertThat(carla.get(path + "/count").json().path("count").asInt())
                .isEqualTo(carla.get(path + "/list").json().size());
    }

    @Test
    void cannotBeTalkedIntoEvaluatingAnything() {
        var answer = visitor("bruno")
                .post(API + "/filter/" + id(Content.MINE) + "/list", "{\"assigneeExpression\":\"${1+1}\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void stayTheSameAtEveryStartAndFollowTheLanguage() {
        var before = ids();
        filters.ensure(all("Lista "));
        assertThat(ids()).isEqualTo(before);
        assertThat(engineFilters.getFilter(id(Content.MINE)).getName()).isEqualTo("Lista MINE");
    }

    private static List<TaskFilter> all(String name) {
        return Arrays.stream(Content.values())
                .map(content -> new TaskFilter(content, name + content, ""))
                .toList();
    }

    private List<String> seen(String user, Content content) {
        return visitor(user)
                .post(
                        API + "/filter/" + id(content) + "/list",
                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")
                .json()
                .findValuesAsText("id");
    }

    private Visitor visitor(String user) {
        return Visitor.loggedIn(port, "tasklist", user, Staff.PASSWORD);
    }

    private String id(Content content) {
        identities.clearAuthentication();
        return engineFilters.createTaskFilterQuery().list().stream()
                .filter(filter ->
                        ReaderFilter.contentOf(filter).filter(content::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private List<String> ids() {
        return Arrays.stream(Content.values()).map(this::id).toList();
    }
}
