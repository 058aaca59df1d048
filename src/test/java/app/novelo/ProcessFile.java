package app.novelo;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A process as people edit it, read with Camunda's model API. */
record ProcessFile(Path path, BpmnModelInstance model) {

    private static final List<Path> FOLDERS =
            List.of(Path.of("processes"), Path.of("decisions"), Path.of("forms"), Path.of("src/main/resources/models"));

    static List<ProcessFile> all() {
        return files(".bpmn")
                .map(path -> new ProcessFile(path, Bpmn.readModelFromFile(path.toFile())))
                .toList();
    }

    /** Every model file with this ending, shipped for people or owned by code. */
    static Stream<Path> files(String ending) {
        return FOLDERS.stream().flatMap(ProcessFile::below).filter(path -> path.toString()
                .endsWith(ending));
    }

    /** The file names without their ending: what a reference to a decision or form may name. */
    static Set<String> names(String ending) {
        return files(ending).map(ProcessFile::nameOf).collect(toUnmodifiableSet());
    }

    static Stream<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameOf(Path path) {
        String file = path.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    String folder() {
        return path.getParent().getFileName().toString();
    }

    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Stream<T> elements(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a finding names an element, so that a designer can search for it in Modeler. */
    String at(String elementId) {
        return path.getFileName() + "#" + elementId;
    }
}
