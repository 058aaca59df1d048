package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Doors;
import app.novelo.support.Files;
import app.novelo.support.Staff;
import app.novelo.support.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deployments as Camunda Modeler sends them. */
@Doors
class DeploymentTest {

    private static final String CREATE = "/engine-rest/deployment/create";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Test
    void answersWhatModelerAsksBefore() {
        var davi = as("davi");
        assertThat(davi.get("/engine-rest/version").json().get("version").asText())
                .startsWith("7.24");
        assertThat(davi.get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(200);
    }

    @Test
    void letsADesignerDeployAProcessWithItsForm() {
        var process = Files.read("plain.bpmn").replace("\"plain\"", "\"withForm\"");
        var form = Files.read("answer.form").replace("\"answer\"", "\"plainForm\"");
        var answer = as("davi").deploy(CREATE, Map.of("with-form.bpmn", process, "plain-form.form", form));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("deployedProcessDefinitions")).hasSize(1);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("withForm")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void deploysTheSameFileOnlyOnce() {
        var file = Map.of("once.bpmn", Files.read("plain.bpmn").replace("\"plain\"", "\"once\""));
        var first = as("davi").deploy(CREATE, file).json().get("id").asText();
        assertThat(as("davi").deploy(CREATE, file).json().get("id").asText()).isEqualTo(first);
    }

    @Test
    void letsAnAnalystDeployADecision() {
        var answer = as("alice").deploy(CREATE, Map.of("colour.dmn", Files.read("colour.dmn")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("deployedDecisionDefinitions")).hasSize(1);
    }

    @Test
    void refusesADesignersDecisionAndAnAnalystsProcess() {
        var decision = as("davi").deploy(CREATE, Map.of("mine.dmn", Files.read("colour.dmn")));
        assertThat(decision.status()).isEqualTo(400);
        assertThat(decision.json().get("message").asText())
                .contains("mine.dmn")
                .contains("your groups do not let you deploy .dmn files");
        var process = as("alice").deploy(CREATE, Map.of("mine.bpmn", Files.read("plain.bpmn")));
        assertThat(process.status()).isEqualTo(400);
        var form = as("alice").deploy(CREATE, Map.of("mine.form", Files.read("answer.form")));
        assertThat(form.status()).isEqualTo(400);
    }

    @Test
    void namesElementAndReasonWhereModelerShowsThem() {
        var script = Files.read("plain.bpmn")
                .replace("<!-- more -->", "<bpmn:scriptTask id=\"scriptTask_evil\" scriptFormat=\"groovy\" />");
        var before = repository.createDeploymentQuery().count();
        var answer = as("davi").deploy(CREATE, Map.of("evil.bpmn", script));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").asText())
                .contains("evil.bpmn cannot be deployed. scriptTask_evil: scripts are not run");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void refusesEveryFileIfOneIsRefused() {
        var files = Map.of("good.bpmn", Files.read("plain.bpmn").replace("\"plain\"", "\"good\""), "x.groovy", "1");
        assertThat(as("davi").deploy(CREATE, files).status()).isEqualTo(400);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("good")
                        .count())
                .isZero();
    }

    @Test
    void refusesOtherKindsOfFilesFromEverybody() {
        for (var name :
                new String[] {"a.html", "a.groovy", "a.js", "a.cmmn", "a.txt", "a.bpmn20.xml", "../a.bpmn", "a"}) {
            for (var visitor : new Visitor[] {as("davi"), root()}) {
                var answer = visitor.deploy(CREATE, Map.of(name, Files.read("plain.bpmn")));
                assertThat(answer.status()).as("%s %s", name, answer).isEqualTo(400);
            }
        }
    }

    @Test
    void keepsNoHistoryForEverThoughTheFileDoesNotSayHowLong() {
        var file = Files.read("plain.bpmn")
                .replace(" camunda:historyTimeToLive=\"P180D\"", "")
                .replace("\"plain\"", "\"forever\"");
        var answer = as("davi").deploy(CREATE, Map.of("forever.bpmn", file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(answer.json().get("id").asText())
                        .singleResult()
                        .getHistoryTimeToLive())
                .isEqualTo(180);
    }

    @Test
    void refusesTheSourceThatMarksAReleasesModels() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"deployment-source\"\r\n\r\nnovelo/9.9.9\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"s.bpmn\"; filename=\"s.bpmn\"\r\n\r\n"
                + Files.read("plain.bpmn") + "\r\n--b--\r\n";
        var answer = as("davi").send("POST", CREATE, "multipart/form-data; boundary=b", body.getBytes());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    /** Modeler's window offers a tenant; a second "ticket" beside the first would keep every case from starting. */
    @Test
    void refusesATenant() {
        for (var tenant : new String[] {"acme", ""}) {
            for (var visitor : new Visitor[] {as("davi"), root()}) {
                var answer = visitor.send("POST", CREATE, "multipart/form-data; boundary=b", forTenant(tenant));
                assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
                assertThat(answer.json().get("message").asText()).contains("leave the tenant id out");
            }
        }
    }

    private static byte[] forTenant(String tenant) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"tenant-id\"\r\n\r\n" + tenant + "\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"t.bpmn\"; filename=\"t.bpmn\"\r\n\r\n"
                + Files.read("plain.bpmn").replace("\"plain\"", "\"forTenant\"") + "\r\n--b--\r\n";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void leavesANameInTheOperationLog() {
        var file = Map.of("logged.bpmn", Files.read("plain.bpmn").replace("\"plain\"", "\"logged\""));
        var id = as("davi").deploy(CREATE, file).json().get("id").asText();
        assertThat(history.createUserOperationLogQuery()
                        .deploymentId(id)
                        .operationType("Create")
                        .list())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getUserId()).isEqualTo("davi"));
    }

    @Test
    void keepsDesignersFromDeletingAndFromRunning() {
        var davi = as("davi");
        var file = Map.of("kept.bpmn", Files.read("plain.bpmn").replace("\"plain\"", "\"kept\""));
        var id = davi.deploy(CREATE, file).json().get("id").asText();
        assertThat(davi.delete("/engine-rest/deployment/" + id + "?cascade=true")
                        .status())
                .isEqualTo(403);
        assertThat(davi.post("/engine-rest/process-definition/key/kept/start", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(davi.post("/engine-rest/message", "{\"messageName\":\"conversation.opened\"}")
                        .status())
                .isEqualTo(403);
        assertThat(davi.post("/engine-rest/user/create", "{}").status()).isEqualTo(403);
        assertThat(davi.get("/engine-rest/user").json()).hasSize(1);
    }

    @Test
    void readsAnAgainDeployedFileAgain() {
        var redeploy = root();
        var id = repository
                .createDeployment()
                .name("by code")
                .addString(
                        "old.bpmn",
                        Files.read("plain.bpmn")
                                .replace("\"plain\"", "\"old\"")
                                .replace("camunda:candidateGroups=\"support\"", "camunda:candidateGroups=\"${x.y()}\""))
                .deploy()
                .getId();
        assertThat(redeploy.post("/engine-rest/deployment/" + id + "/redeploy", "{}")
                        .status())
                .isEqualTo(400);
    }

    private Visitor root() {
        return Visitor.withPassword(port, "root", Doors.ADMIN_PASSWORD);
    }

    private Visitor as(String user) {
        return Visitor.withPassword(port, user, Staff.PASSWORD);
    }
}
