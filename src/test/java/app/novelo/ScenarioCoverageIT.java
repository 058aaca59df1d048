package app.novelo;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.WalkedWays;
import app.novelo.support.WalkedWays.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/**
 * Every sequence flow of every process, and with it each branch, boundary event and end, was taken by the engine in a
 * scenario of this run. Runs after all tests; a part of them cannot tell. The whole run: {@code bin/test}.
 */
class ScenarioCoverageIT {

    private static final List<Path> MODELS = List.of(Path.of("processes"), Path.of("src/main/resources/models"));

    @Test
    void everyWayOfEveryProcessWasWalkedInAScenario() {
        var walked = WalkedWays.read();

        var unreached = MODELS.stream()
                .flatMap(ScenarioCoverageIT::models)
                .flatMap(file -> unreached(file, walked))
                .sorted()
                .toList();

        assertThat(unreached).as("ways that no scenario walks").isEmpty();
    }

    private static Stream<String> unreached(Path file, Set<Way> walked) {
        var fingerprint = fingerprint(file);
        return Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !walked.contains(new Way(fingerprint, proofOf(flow))))
                .map(flow -> file.getFileName() + "#" + flow.getId());
    }

    /** What waits for an event is at the gateway until the event comes. */
    private static String proofOf(SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway ? flow.getTarget().getId() : flow.getId();
    }

    private static String fingerprint(Path file) {
        try {
            return WalkedWays.fingerprint(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> models(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith(".bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
