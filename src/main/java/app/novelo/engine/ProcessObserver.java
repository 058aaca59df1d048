package app.novelo.engine;

import org.jspecify.annotations.Nullable;

/** Told of the end of every process instance, in the engine's transaction. */
public interface ProcessObserver {

    void ended(String processKey, String processInstanceId, @Nullable String businessKey);
}
