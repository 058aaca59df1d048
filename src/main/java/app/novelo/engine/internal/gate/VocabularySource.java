package app.novelo.engine.internal.gate;

import app.novelo.engine.HandOver;
import app.novelo.engine.RemoteWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Gathers the vocabulary from the running application, so that it grows with the modules. */
@Component
class VocabularySource {

    /** Beans for models are named so; the engine module's own listeners are not, and are none of a model's business. */
    private static final String LISTENER = "Listener";

    private final ApplicationContext context;
    private final ObjectProvider<HandOver> handOvers;
    private final ObjectProvider<RemoteWorker> workers;

    VocabularySource(
            ApplicationContext context, ObjectProvider<HandOver> handOvers, ObjectProvider<RemoteWorker> workers) {
        this.context = context;
        this.handOvers = handOvers;
        this.workers = workers;
    }

    Vocabulary current() {
        return new Vocabulary(
                beans(JavaDelegate.class).collect(Collectors.toSet()),
                Stream.concat(beans(TaskListener.class), beans(ExecutionListener.class))
                        .filter(bean -> bean.endsWith(LISTENER))
                        .collect(Collectors.toSet()),
                Stream.concat(
                                handOvers.stream().map(HandOver::topic),
                                workers.stream().map(RemoteWorker::topic))
                        .collect(Collectors.toSet()),
                ownedByCode());
    }

    private Stream<String> beans(Class<?> type) {
        return Arrays.stream(context.getBeanNamesForType(type));
    }

    /** Files are named after the key in them. */
    private Set<String> ownedByCode() {
        try {
            return Arrays.stream(context.getResources("classpath*:models/*.*"))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
