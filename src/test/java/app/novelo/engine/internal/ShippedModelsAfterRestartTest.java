package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Staff;
import app.novelo.support.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.commons.utils.cache.Cache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A release brings its models up to date and never takes a person's model away. */
class ShippedModelsAfterRestartTest {

    @TempDir
    Path data;

    @Test
    void keepWhatAPersonDeployedAndRenewOnlyTheirOwn() throws Exception {
        var installation = new Restart(data);
        try (var first = installation.start("novelo.admin-password=the first one")) {
            deployTriage(first);
            assertThat(version(first, "triage")).isEqualTo(2);
            assertThat(version(first, "priority")).isEqualTo(1);
        }
        try (var again = installation.start("novelo.admin-password=the first one")) {
            assertThat(version(again, "triage")).as("a restart changes nothing").isEqualTo(2);
            assertThat(version(again, "priority")).isEqualTo(1);

            assertThat(processesInMemory(again))
                    .as("every process is read before the first message")
                    .contains("intake", "ticket", "service-level", "by-hand");

            start(again, "0.2.0");
            assertThat(version(again, "triage")).as("an analyst's table stays").isEqualTo(2);
            assertThat(version(again, "priority"))
                    .as("the release's own is renewed")
                    .isEqualTo(2);

            start(again, "0.1.0");
            assertThat(version(again, "priority"))
                    .as("an older release renews nothing")
                    .isEqualTo(2);
        }
    }

    @Test
    void areReadAtStartInTheVersionsInWhichCasesStillRun() throws Exception {
        var installation = new Restart(data);
        String running;
        try (var first = installation.start("novelo.admin-password=the first one")) {
            deployWaiting(first, "one");
            running = first.getBean(RuntimeService.class)
                    .startProcessInstanceByKey("waiting")
                    .getProcessDefinitionId();
            deployWaiting(first, "two");
            deployWaiting(first, "three");
        }
        try (var again = installation.start("novelo.admin-password=the first one")) {
            assertThat(idsInMemory(again))
                    .contains(running)
                    .filteredOn(id -> id.startsWith("waiting:"))
                    .as("the one that runs and the live one")
                    .hasSize(2);
        }
    }

    private static void deployWaiting(ApplicationContext application, String name) {
        var model = Bpmn.createExecutableProcess("waiting")
                .name(name)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask()
                .endEvent()
                .done();
        application
                .getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance("waiting.bpmn", model)
                .deploy();
    }

    private static void deployTriage(ApplicationContext application) throws Exception {
        int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        var changed = Files.readString(Path.of("decisions/casework/triage.dmn")) + "<!-- mine -->";
        var answer = Visitor.withPassword(port, "alice", Staff.PASSWORD)
                .deploy("/engine-rest/deployment/create", Map.of("triage.dmn", changed));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Another release, in which every file reads differently. */
    private static void start(ApplicationContext application, String release) {
        var changed = new ShippedModels(application) {
            @Override
            List<ModelFile> all() {
                return super.all().stream()
                        .filter(file -> file.kind() == ModelFile.Kind.DECISION)
                        .map(file -> ModelFile.of(file.name(), different(file.content())))
                        .toList();
            }

            private byte[] different(byte[] content) {
                return (new String(content, StandardCharsets.UTF_8) + "<!-- " + release + " -->")
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
        new ShippedModelDeployer(
                        changed,
                        application.getBean(RepositoryService.class),
                        application.getBean(JdbcClient.class),
                        application.getBean(PlatformTransactionManager.class),
                        release)
                .start();
    }

    private static List<String> idsInMemory(ApplicationContext application) {
        return List.copyOf(processes(application).keySet());
    }

    private static List<String> processesInMemory(ApplicationContext application) {
        var cache = processes(application);
        return cache.keySet().stream().map(id -> cache.get(id).getKey()).toList();
    }

    private static Cache<String, ProcessDefinitionEntity> processes(ApplicationContext application) {
        var engine = (ProcessEngineConfigurationImpl)
                application.getBean(ProcessEngine.class).getProcessEngineConfiguration();
        return engine.getDeploymentCache().getProcessDefinitionCache();
    }

    private static int version(ApplicationContext application, String decision) {
        return application
                .getBean(RepositoryService.class)
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
