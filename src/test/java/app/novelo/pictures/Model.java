package app.novelo.pictures;

import app.novelo.support.WalkedWays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The file of a process or a decision, and its picture. */
record Model(Path file) {

    static final Path PICTURES = Path.of("docs/img");

    private static final List<Path> FOLDERS =
            List.of(Path.of("processes"), Path.of("decisions"), Path.of("src/main/resources/models"));

    static List<Model> all() {
        return FOLDERS.stream()
                .flatMap(Model::filesBelow)
                .map(Model::new)
                .filter(model -> model.isProcess() || model.isDecision())
                .sorted(Comparator.comparing(Model::name))
                .toList();
    }

    private static Stream<Path> filesBelow(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isProcess() {
        return name().endsWith(".bpmn");
    }

    private boolean isDecision() {
        return name().endsWith(".dmn");
    }

    String name() {
        return file.getFileName().toString();
    }

    /** A process and the decision that it asks may have one name. */
    Path picture() {
        var stem = name().substring(0, name().lastIndexOf('.'));
        boolean isTable =
                isDecision() && all().stream().anyMatch(other -> other.name().equals(stem + ".bpmn"));
        return PICTURES.resolve(stem + (isTable ? "-table" : "") + ".png");
    }

    String source() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fingerprint() {
        try {
            return WalkedWays.fingerprint(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
