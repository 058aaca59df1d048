package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Tasks;
import app.novelo.support.Doors;
import app.novelo.support.Files;
import app.novelo.support.Staff;
import app.novelo.support.Visitor;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What lies behind Tasklist for an agent who writes his own requests to {@code /camunda/api}: nothing but his tasks. */
@Doors
class AgentDoorsTest {

    private static final String API = "/camunda/api/engine/engine/default";

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

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST   | /task/{task}/bpmnError                                | {"errorCode":"any"}
                    POST   | /task/{task}/bpmnEscalation                           | {"escalationCode":"any"}
                    POST   | /task/{task}/delegate                                 | {"userId":"carla"}
                    POST   | /task/{task}/resolve                                  | {"variables":{"a":{"value":"b"}}}
                    POST   | /task/{task}/assignee                                 | {"userId":"carla"}
                    POST   | /task/{task}/identity-links                           | {"userId":"carla","type":"candidate"}
                    POST   | /task/{task}/identity-links/delete                    | {"groupId":"support","type":"candidate"}
                    PUT    | /task/{task}                                          | {"name":"x"}
                    PUT    | /task/{task}/variables/queue                          | {"value":"sales"}
                    POST   | /task/{task}/variables                                | {"modifications":{"queue":{"value":"sales"}}}
                    DELETE | /task/{task}/variables/queue                          |
                    PUT    | /task/{task}/localVariables/queue                     | {"value":"sales"}
                    POST   | /task/create                                          | {"name":"x"}
                    DELETE | /process-instance/{instance}                          |
                    PUT    | /process-instance/{instance}/variables/queue          | {"value":"sales"}
                    POST   | /process-instance/{instance}/variables                | {"modifications":{"queue":{"value":"sales"}}}
                    PUT    | /process-instance/{instance}/suspended                | {"suspended":true}
                    POST   | /process-instance/{instance}/modification             | {"instructions":[{"type":"cancel","activityId":"userTask_answer"}]}
                    POST   | /process-instance/delete                              | {"processInstanceIds":["{instance}"]}
                    POST   | /process-instance/variables-async                     | {"processInstanceIds":["{instance}"],"variables":{"queue":{"value":"sales"}}}
                    PUT    | /execution/{execution}/localVariables/queue           | {"value":"sales"}
                    POST   | /execution/{execution}/signal                         | {}
                    POST   | /execution/{instance}/messages/case.customerReplied/trigger | {}
                    POST   | /message                                              | {"messageName":"case.customerReplied","processInstanceId":"{instance}"}
                    POST   | /message                                              | {"messageName":"case.customerReplied","businessKey":"{key}","all":true}
                    POST   | /signal | {"name":"desk.signalled","executionId":"{instance}"}
                    POST   | /signal | {"name":"desk.signalled"}
                    POST   | /condition | {"variables":{}}
                    POST   | /external-task/fetchAndLock | {"workerId":"me","maxTasks":1,"topics":[{"topicName":"conversation.send","lockDuration":1000}]}
                    POST   | /job/{job}/execute | {}
                    PUT    | /job/{job}/retries | {"retries":0}
                    PUT    | /job/{job}/suspended | {"suspended":true}
                    PUT    | /job/{job}/duedate | {"duedate":null}
                    DELETE | /job/{job} |
                    POST   | /job/retries | {"retries":0,"jobIds":["{job}"]}
                    POST   | /identity/verify | {"username":"carla","password":"guess"}
                    POST   | /process-definition/key/desk/start                    | {}
                    POST   | /process-definition/key/desk/submit-form              | {}
                    PUT    | /process-definition/key/desk/suspended                | {"suspended":true}
                    DELETE | /process-definition/key/desk                          |
                    PUT    | /process-definition/key/desk/history-time-to-live     | {"historyTimeToLive":1}
                    GET    | /process-definition/key/desk/xml                      |
                    DELETE | /deployment/{deployment}                              |
                    POST   | /deployment/{deployment}/redeploy                     | {}
                    GET    | /deployment/{deployment}/resources                    |
                    POST   | /decision-definition/key/triage/evaluate              | {"variables":{}}
                    POST   | /modification/execute                                 | {"processDefinitionId":"{definition}","instructions":[{"type":"cancel","activityId":"userTask_answer"}],"processInstanceIds":["{instance}"]}
                    POST   | /process-definition/{definition}/restart              | {"instructions":[{"type":"startBeforeActivity","activityId":"userTask_answer"}],"processInstanceIds":["{instance}"]}
                    POST   | /migration/execute                                    | {"migrationPlan":{"sourceProcessDefinitionId":"{definition}","targetProcessDefinitionId":"{definition}","instructions":[]},"processInstanceIds":["{instance}"]}
                    POST   | /filter/create                                        | {"resourceType":"Task","name":"mine","query":{}}
                    POST   | /user/create                                          | {"profile":{"id":"eve","firstName":"e","lastName":"e"},"credentials":{"password":"x"}}
                    PUT    | /group/camunda-admin/members/bruno                    |
                    DELETE | /user/bruno                                           |
                    DELETE | /user/carla                                           |
                    PUT    | /user/carla/credentials                               | {"password":"x","authenticatedUserPassword":"correct horse battery"}
                    POST   | /user/carla/unlock                                    | {}
                    POST   | /authorization/create                                 | {"type":1,"permissions":["ALL"],"userId":"bruno","groupId":null,"resourceType":7,"resourceId":"*"}
                    POST   | /history/process-instance/delete                      | {"historicProcessInstanceIds":["{instance}"]}
                    POST   | /history/cleanup                                      | {}
                    POST   | /task/{foreign}/comment/create                        | {"message":"x"}
                    GET    | /task/{foreign}/comment                               |
                    PUT    | /task/{foreign}/comment                               | {"id":"any","message":"x"}
                    DELETE | /task/{foreign}/comment                               |
                    GET    | /task/{foreign}/attachment                            |
                    GET    | /task/{foreign}/variables                             |
                    GET    | /task/{foreign}/form-variables                        |
                    GET    | /task/{foreign}/deployed-form                         |
                    GET    | /task/{foreign}/identity-links                        |
                    POST   | /task/{task}/comment/create                           | {"message":"x","processInstanceId":"{foreignInstance}"}
                    """)
    void refuses(String method, String path, String body) {
        var task = scene.taskOf("support", "bruno");
        var foreign = scene.taskOf("sales");
        var answer = send(bruno, method, path, body, task, foreign);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 403, 404, 500);
        assertThat(answer.status())
                .as("%s is refused for want of permission, not by accident", answer)
                .isNotEqualTo(500);
        assertThat(exists(task)).isTrue();
        assertThat(assignee(task)).isEqualTo("bruno");
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEqualTo(Map.of("queue", "support"));
    }

    private Visitor.Answer send(Visitor visitor, String method, String path, String body, Task task, Task foreign) {
        var definition = repository.getProcessDefinition(task.getProcessDefinitionId());
        var replaced = new String[] {path, body == null ? "" : body};
        for (int i = 0; i < 2; i++) {
            replaced[i] = replaced[i]
                    .replace("{task}", task.getId())
                    .replace("{instance}", task.getProcessInstanceId())
                    .replace("{execution}", task.getExecutionId())
                    .replace("{definition}", task.getProcessDefinitionId())
                    .replace("{deployment}", definition.getDeploymentId())
                    .replace("{job}", job())
                    .replace("{foreign}", foreign.getId())
                    .replace("{foreignInstance}", foreign.getProcessInstanceId())
                    .replace(
                            "{key}",
                            runtime.createProcessInstanceQuery()
                                    .processInstanceId(task.getProcessInstanceId())
                                    .singleResult()
                                    .getBusinessKey());
        }
        return body == null && !method.equals("PUT")
                ? visitor.send(method, API + replaced[0], null, null)
                : visitor.send(method, API + replaced[0], "application/json", replaced[1].getBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "/process-definition",
        "/process-instance",
        "/history/process-instance",
        "/incident",
        "/external-task",
        "/decision-definition",
        "/deployment",
        "/authorization",
        "/history/user-operation",
        "/history/variable-instance",
        "/variable-instance?variableName=nothing",
        "/event-subscription",
        "/batch"
    })
    void listsNothingElse(String path) {
        scene.taskOf("sales");
        var answer = bruno.get(API + path);
        assertThat(answer.status()).isIn(200, 403);
        if (answer.status() == 200) {
            assertThat(answer.json()).as(answer.toString()).isEmpty();
        }
    }

    @Test
    void showsHimNobodyButHimself() {
        assertThat(bruno.get(API + "/user").json().findValuesAsText("id")).containsExactly("bruno");
        assertThat(bruno.get(API + "/group").json().findValuesAsText("id")).containsExactly("support");
    }

    @Test
    void refusesToDeploy() {
        var files = Map.of("plain.bpmn", Files.read("plain.bpmn"));
        assertThat(bruno.deploy(API + "/deployment/create", files).status()).isEqualTo(403);
    }

    @Test
    void keepsHimOutOfCockpitAndAdmin() {
        var stranger = Visitor.stranger(port);
        stranger.get("/camunda/app/cockpit/default/");
        stranger.header("X-XSRF-TOKEN", stranger.cookie("XSRF-TOKEN"));
        var form = ("username=bruno&password=" + Staff.PASSWORD.replace(' ', '+')).getBytes();
        for (var app : new String[] {"cockpit", "admin"}) {
            var answer = stranger.send(
                    "POST",
                    "/camunda/api/admin/auth/user/default/login/" + app,
                    "application/x-www-form-urlencoded",
                    form);
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(bruno.get("/camunda/api/cockpit/plugin/base/default/process-definition/processes-overview")
                        .status())
                .isIn(401, 403, 404, 405);
    }

    /** The engine's own job, which belongs to no process. */
    private String job() {
        return history.findHistoryCleanupJobs().get(0).getId();
    }

    private boolean exists(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }
}
