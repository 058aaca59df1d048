package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.novelo.engine.Tasks;
import app.novelo.engine.Var;
import app.novelo.support.Doors;
import app.novelo.support.Files;
import app.novelo.support.Staff;
import app.novelo.support.Visitor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agent's own work through Tasklist's calls: his queue's tasks, claimed, completed with their form. */
@Doors
class AgentTasksTest {

    private static final String API = "/camunda/api/engine/engine/default";
    private static final String DONE = "{\"variables\":{\"outcome\":{\"value\":\"done\",\"type\":\"String\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    HistoryService history;

    @Autowired
    Tasks ours;

    private DeskScene scene;
    private Visitor bruno;

    @BeforeEach
    void logIn() {
        scene = new DeskScene(repository, runtime, tasks, identities);
        bruno = Visitor.loggedIn(port, "tasklist", "bruno", Staff.PASSWORD);
    }

    @Test
    void showsHimTheTasksOfHisQueueAndNoOthers() {
        var mine = scene.taskOf("support");
        var theirs = scene.taskOf("sales");
        for (var list : new String[] {"/task", "/history/task"}) {
            var seen =
                    bruno.get(API + list + "?processDefinitionKey=desk").json().findValuesAsText("id");
            assertThat(seen).contains(mine.getId()).doesNotContain(theirs.getId());
        }
        assertThat(bruno.get(API + "/task/" + theirs.getId()).status()).isEqualTo(404);
    }

    @Test
    void letsHimClaimCompleteAndGiveBackATaskOfHisQueue() {
        var task = scene.taskOf("support");
        assertThat(claim(task, "bruno").status()).isEqualTo(204);
        assertThat(bruno.post(path(task, "/unclaim"), "{}").status()).isEqualTo(204);
        assertThat(claim(task, "bruno").status()).isEqualTo(204);
        assertThat(bruno.post(path(task, "/submit-form"), DONE).status()).isEqualTo(204);
        assertThat(exists(task)).isFalse();
    }

    @Test
    void refusesATaskThatHeHasNotClaimed() {
        var task = scene.taskOf("support");
        assertThat(bruno.post(path(task, "/complete"), DONE).status()).isEqualTo(403);
        assertThat(bruno.post(path(task, "/submit-form"), DONE).status()).isEqualTo(403);
        assertThat(exists(task)).isTrue();
    }

    @Test
    void refusesTheTaskOfAColleague() {
        var task = scene.taskOf("support", "carla");
        assertThat(bruno.post(path(task, "/complete"), DONE).status()).isEqualTo(403);
        assertThat(claim(task, "bruno").status()).isNotEqualTo(204);
        assertThat(bruno.post(path(task, "/claim"), "{\"userId\":null}").status())
                .isEqualTo(403);
        assertThat(bruno.post(path(task, "/unclaim"), "{}").status()).isEqualTo(403);
        assertThat(bruno.post(path(task, "/assignee"), "{\"userId\":\"bruno\"}").status())
                .isEqualTo(403);
        assertThat(assignee(task)).isEqualTo("carla");
    }

    @Test
    void refusesToClaimForAnotherPerson() {
        var task = scene.taskOf("support");
        assertThat(claim(task, "carla").status()).isEqualTo(403);
        assertThat(assignee(task)).isNull();
    }

    @Test
    void refusesTheTaskOfAnotherQueue() {
        var task = scene.taskOf("sales");
        assertThat(claim(task, "bruno").status()).isEqualTo(403);
        assertThat(bruno.post(path(task, "/complete"), DONE).status()).isIn(403, 404);
        assertThat(exists(task)).isTrue();
    }

    @Test
    void takesATaskAwayThatMovedToAnotherQueue() {
        var task = scene.taskOf("support");
        assertThat(bruno.get(API + "/task/" + task.getId()).status()).isEqualTo(200);
        tasks.addCandidateGroup(task.getId(), "sales");
        tasks.deleteCandidateGroup(task.getId(), "support");
        assertThat(bruno.get(API + "/task/" + task.getId()).status()).isEqualTo(404);
        assertThat(claim(task, "bruno").status()).isEqualTo(403);
        var ana = Visitor.loggedIn(port, "tasklist", "ana", Staff.PASSWORD);
        assertThat(ana.get(API + "/task/" + task.getId()).status()).isEqualTo(200);
        tasks.addCandidateGroup(task.getId(), "support");
        assertThat(bruno.get(API + "/task/" + task.getId()).status()).isEqualTo(200);
    }

    @Test
    void takesATaskAwayThatWasGivenToAPersonOfAnotherQueue() {
        var task = scene.taskOf("sales", "bruno");
        assertThat(bruno.get(API + "/task/" + task.getId()).status()).isEqualTo(200);
        tasks.setAssignee(task.getId(), "ana");
        assertThat(bruno.get(API + "/task/" + task.getId()).status()).isEqualTo(404);
    }

    @Test
    void takesNoValueThatTheFormDoesNotAskFor() {
        var task = scene.taskOf("support", "bruno");
        for (var door : new String[] {"/complete", "/submit-form"}) {
            var answer = bruno.post(
                    path(task, door), "{\"variables\":{\"priority\":{\"value\":\"URGENT\",\"type\":\"String\"}}}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("priority").contains("not part of this task's form");
        }
        assertThat(exists(task)).isTrue();
    }

    @Test
    void takesNoOtherValueForAFieldThatTheFormOnlyShows() {
        var task = scene.taskOf("support", "bruno");
        var other = bruno.post(path(task, "/submit-form"), "{\"variables\":{\"queue\":{\"value\":\"sales\"}}}");
        assertThat(other.status()).isEqualTo(400);
        var same = bruno.post(
                path(task, "/submit-form"),
                "{\"variables\":{\"outcome\":{\"value\":\"done\"},\"queue\":{\"value\":\"support\"}}}");
        assertThat(same.status()).as(same.toString()).isEqualTo(204);
    }

    @Test
    void takesOnlyWhatASelectionOffers() {
        var task = scene.taskOf("support", "bruno");
        for (var door : new String[] {"/complete", "/submit-form"}) {
            var answer = bruno.post(path(task, door), DONE.replace("done", "he lives in Rua Azul 7"));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("outcome").contains("must be one of done");
        }
        assertThat(exists(task)).isTrue();
        var none = bruno.post(path(task, "/submit-form"), "{\"variables\":{\"outcome\":{\"value\":null}}}");
        assertThat(none.status()).as(none.toString()).isEqualTo(204);
    }

    @Test
    void takesWhatTheNewestFormOffersAsSoonAsItIsDeployed() {
        assertThat(completed("later")).isEqualTo(400);
        var newer = repository
                .createDeployment()
                .addString("answer.form", Files.read("answer.form").replace("done", "later"))
                .deploy();
        try {
            assertThat(completed("later")).isEqualTo(204);
            assertThat(completed("done")).isEqualTo(400);
        } finally {
            repository.deleteDeployment(newer.getId());
        }
        assertThat(completed("done")).isEqualTo(204);
    }

    private int completed(String outcome) {
        var task = scene.taskOf("support", "bruno");
        return bruno.post(path(task, "/complete"), DONE.replace("done", outcome))
                .status();
    }

    @Test
    void letsHimCommentOnTheTasksOfHisQueue() {
        var task = scene.taskOf("support");
        var made = bruno.post(path(task, "/comment/create"), "{\"message\":\"called twice\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        var carla = Visitor.loggedIn(port, "tasklist", "carla", Staff.PASSWORD);
        assertThat(carla.get(path(task, "/comment")).json().findValuesAsText("message"))
                .containsExactly("called twice");
        assertThat(carla.get(path(task, "/attachment")).status()).isEqualTo(200);
    }

    @Test
    void letsNobodyChangeWhatAColleagueRemarked() {
        var task = scene.taskOf("support");
        var id = bruno.post(path(task, "/comment/create"), "{\"message\":\"called twice\"}")
                .json()
                .path("id")
                .asText();
        var change = "{\"id\":\"" + id + "\",\"message\":\"never called\"}";
        var carla = Visitor.loggedIn(port, "tasklist", "carla", Staff.PASSWORD);
        assertThat(carla.put(path(task, "/comment"), change).status()).isEqualTo(403);
        assertThat(carla.delete(path(task, "/comment/" + id)).status()).isEqualTo(403);
        assertThat(carla.delete(path(task, "/comment")).status()).isEqualTo(403);
        assertThat(bruno.get(path(task, "/comment")).json().findValuesAsText("message"))
                .containsExactly("called twice");
        assertThat(bruno.put(path(task, "/comment"), change).status()).isEqualTo(204);
        assertThat(bruno.delete(path(task, "/comment")).status()).isEqualTo(204);
        assertThat(carla.get(path(task, "/comment")).json()).isEmpty();
    }

    @Test
    void takesNoObjectsForAField() {
        var task = scene.taskOf("support", "bruno");
        var list = "{\"variables\":{\"outcome\":{\"value\":\"[1]\",\"type\":\"Object\",\"valueInfo\":"
                + "{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/json\"}}}}";
        assertThat(bruno.post(path(task, "/complete"), list).status()).isEqualTo(400);
        var java = list.replace("application/json", "application/x-java-serialized-object")
                .replace("[1]", "rO0ABXA=");
        assertThat(bruno.post(path(task, "/complete"), java).status()).isIn(400, 500);
        assertThat(exists(task)).isTrue();
    }

    @Test
    void letsAManagerCompleteForAnAgentButOnlyWithTheForm() {
        var marta = Visitor.loggedIn(port, "tasklist", "marta", Staff.PASSWORD);
        var task = scene.taskOf("support", "carla");
        assertThat(marta.post(path(task, "/complete"), DONE.replace("outcome", "other"))
                        .status())
                .isEqualTo(400);
        assertThat(marta.post(path(task, "/complete"), DONE).status()).isEqualTo(204);
    }

    @Test
    void letsCodeCompleteInHisNameWithValuesOfItsOwn() {
        var task = scene.taskOf("support", "bruno");
        ours.complete(task.getId(), "bruno", Var.text("anything").of("x"));
        assertThat(exists(task)).isFalse();
    }

    @Test
    void stopsCodeThatCompletesATaskInTheNameOfSomebodyElse() {
        var task = scene.taskOf("support", "carla");
        assertThat(catchThrowable(() -> ours.complete(task.getId(), "bruno")))
                .hasMessageContaining("only its assignee");
        ours.complete(task.getId(), "marta");
        assertThat(exists(task)).isFalse();
    }

    private Visitor.Answer claim(Task task, String user) {
        return bruno.post(path(task, "/claim"), "{\"userId\":\"" + user + "\"}");
    }

    private static String path(Task task, String door) {
        return API + "/task/" + task.getId() + door;
    }

    private boolean exists(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }
}
