package app.novelo.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Floor of a new conversation: the shipped models {@code intake}, {@code ticket} and {@code service-level} and their tables on
 * an engine alone, history {@code activity}. The delegates do nothing but start the next process; nothing else is stored.
 */
final class BareEngine {

    private static final int THREADS = 4;
    private static final Date LATER = new Date(System.currentTimeMillis() + TimeUnit.DAYS.toMillis(1));

    private final ProcessEngine engine;

    private BareEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Arguments: JDBC URL, user, password, project folder, rounds to warm up, rounds to measure. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        var beans = new HashMap<Object, Object>();
        var engine = configuration(pool, beans).buildProcessEngine();
        var bare = new BareEngine(engine);
        bare.delegates(beans);
        bare.deploy(Path.of(arguments[3]));
        bare.rounds(Integer.parseInt(arguments[4]));
        System.out.println("warm");
        System.in.read();
        bare.rounds(Integer.parseInt(arguments[5]));
        System.out.println("done");
        System.in.read();
        System.exit(0);
    }

    private static StandaloneProcessEngineConfiguration configuration(
            HikariDataSource pool, Map<Object, Object> beans) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("activity");
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        configuration.setCustomPreBPMNParseListeners(List.of(new TransientFacts()));
        return configuration;
    }

    private void delegates(Map<Object, Object> beans) {
        for (var name : List.of(
                "openCaseInTriageDelegate",
                "closeWithoutAnswerDelegate",
                "resumeIntakeDelegate",
                "openTicketDelegate",
                "queueTicketDelegate",
                "closeTicketDelegate",
                "noteReplyDelegate",
                "settleClocksDelegate")) {
            beans.put(name, (JavaDelegate) execution -> {});
        }
        beans.put("classifyMessageDelegate", (JavaDelegate) execution -> execution.setVariable("askModel", false));
        beans.put("openCaseDelegate", (JavaDelegate) this::openTicket);
        beans.put("startServiceLevelDelegate", (JavaDelegate) this::startServiceLevel);
    }

    private void openTicket(DelegateExecution execution) {
        engine.getRuntimeService()
                .startProcessInstanceByMessage(
                        "ticket.requested",
                        UUID.randomUUID().toString(),
                        Map.of("conversationId", execution.getProcessBusinessKey()));
    }

    private void startServiceLevel(DelegateExecution execution) {
        for (var metric : List.of("firstResponse", "resolution")) {
            var facts = new HashMap<String, Object>(TransientFacts.KNOWN);
            facts.put("metric", metric);
            engine.getDecisionService()
                    .evaluateDecisionTableByKey("sla")
                    .variables(facts)
                    .evaluate();
        }
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "service-level", execution.getProcessBusinessKey(), Map.of("nextChangeAt", LATER));
        execution.setVariable("dueAt", LATER);
    }

    private void deploy(Path project) throws IOException {
        var deployment = engine.getRepositoryService().createDeployment();
        for (var file : List.of(
                "processes/casework/intake.bpmn",
                "processes/ticket/ticket.bpmn",
                "processes/servicelevel/service-level.bpmn",
                "decisions/casework/triage.dmn",
                "decisions/ticket/priority.dmn",
                "decisions/desk/routing.dmn",
                "decisions/servicelevel/sla.dmn",
                "forms/ticket/resolve-ticket.form")) {
            var path = project.resolve(file);
            deployment.addString(path.getFileName().toString(), java.nio.file.Files.readString(path));
        }
        deployment.deploy();
    }

    private void rounds(int number) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < number; i++) {
            threads.execute(() -> {
                var conversation = UUID.randomUUID().toString();
                engine.getRuntimeService()
                        .startProcessInstanceByMessage(
                                "conversation.opened", conversation, Map.of("conversationId", conversation));
            });
        }
        threads.shutdown();
        threads.awaitTermination(5, TimeUnit.MINUTES);
        long tasks = engine.getTaskService().createTaskQuery().count();
        if (tasks < number) {
            throw new IllegalStateException("only " + tasks + " tasks of " + number);
        }
    }
}
