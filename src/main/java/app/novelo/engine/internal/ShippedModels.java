package app.novelo.engine.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models in this release: those that people may change, and the few that code owns. */
@Component
class ShippedModels {

    private static final List<String> PATTERNS = List.of(
            "classpath*:forms/**/*.form",
            "classpath*:decisions/**/*.dmn",
            "classpath*:processes/**/*.bpmn",
            "classpath*:models/*.form",
            "classpath*:models/*.bpmn");

    private final ResourcePatternResolver resources;

    ShippedModels(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** Forms and decisions before the processes that name them. */
    List<ModelFile> all() {
        return PATTERNS.stream().flatMap(this::matching).toList();
    }

    private Stream<ModelFile> matching(String pattern) {
        try {
            return Arrays.stream(resources.getResources(pattern))
                    .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                    .map(ShippedModels::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile read(Resource resource) {
        try {
            return ModelFile.of(Objects.requireNonNull(resource.getFilename()), resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
