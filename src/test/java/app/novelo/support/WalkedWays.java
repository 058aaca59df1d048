package app.novelo.support;

import app.novelo.support.RunningScenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which sequence flows the engine took in which scenario, for {@code ScenarioCoverageIT}: one file for each class of
 * scenarios, since a run may be several JVMs. An instance belongs to the scenario in which it began, however late and on
 * whichever thread it goes on, and what was rolled back does not count. The model is known by its bytes, so that a test's
 * own variant or the version of yesterday counts for nothing.
 */
public class WalkedWays extends AbstractBpmnParseListener {

    private static final Path FOLDER = Path.of("target/walked-ways");
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    private final Map<String, Scenario> scenarios = new ConcurrentHashMap<>();
    private final Map<String, String> models = new ConcurrentHashMap<>();

    /**
     * @param model SHA-256 of the file
     * @param element a sequence flow that was taken, or a catch event that came
     */
    public record Way(String model, String element) {}

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::began);
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addListener(
                ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> walked(execution, flow.getId()));
    }

    /** The flow to it from an event-based gateway is never taken: the event subscribes at once. */
    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        event.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
            if (!execution.isCanceled()) {
                walked(execution, event.getId());
            }
        });
    }

    private void began(DelegateExecution execution) {
        RunningScenario.now().ifPresent(now -> scenarios.putIfAbsent(root(execution), now));
    }

    private static String root(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getRootProcessInstanceId();
    }

    private void walked(DelegateExecution execution, String element) {
        var scenario = scenarios.get(root(execution));
        if (scenario == null) {
            return;
        }
        var way = new Way(model((ExecutionEntity) execution), element);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                write(scenario, way);
            }
        });
    }

    private String model(ExecutionEntity execution) {
        var definition = (ProcessDefinitionEntity) execution.getProcessDefinition();
        return models.computeIfAbsent(
                definition.getId(),
                id -> fingerprint(Context.getCommandContext()
                        .getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(
                                definition.getDeploymentId(), definition.getResourceName())
                        .getBytes()));
    }

    private static void write(Scenario scenario, Way way) {
        var line = way.model() + '\t' + way.element() + '\t' + scenario.name() + '\n';
        if (!WRITTEN.add(scenario.tests() + line)) {
            return;
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(scenario.tests()), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return all that has been written in this run, by whichever JVM */
    public static Set<Way> read() {
        if (!Files.isDirectory(FOLDER)) {
            return Set.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.flatMap(WalkedWays::lines).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Way> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Way(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String fingerprint(byte[] model) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
