package app.novelo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;

/** Every way in which a process can end or be diverted is walked by a scenario that names it. */
class ScenarioCoverageTest {

    private static final List<Path> MODELS = List.of(Path.of("processes"), Path.of("src/main/resources/models"));

    @Test
    void everyEndAndEveryBoundaryEventIsNamedByAScenario() {
        var scenarios = text(files(Path.of("src/test/java"), "Scenarios.java"));

        var unreached = MODELS.stream()
                .flatMap(folder -> files(folder, ".bpmn"))
                .flatMap(ScenarioCoverageTest::ways)
                .filter(way -> !scenarios.contains('"' + way.substring(way.indexOf('#') + 1) + '"'))
                .toList();

        assertThat(unreached).isEmpty();
    }

    private static Stream<String> ways(Path file) {
        var model = Bpmn.readModelFromFile(file.toFile());
        var nodes = new ArrayList<FlowNode>();
        nodes.addAll(model.getModelElementsByType(EndEvent.class));
        nodes.addAll(model.getModelElementsByType(BoundaryEvent.class));
        return nodes.stream().map(node -> file.getFileName() + "#" + node.getId());
    }

    private static Stream<Path> files(Path folder, String suffix) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith(suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Stream<Path> files) {
        var all = new StringBuilder();
        files.forEach(file -> {
            try {
                all.append(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all.toString();
    }
}
