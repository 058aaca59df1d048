package app.novelo.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an instance went, read from the engine's history before that is cleaned up. */
public interface WalkedPaths {

    /** @return the steps in the order in which they began; empty for an unknown instance */
    List<Step> of(String processInstanceId);

    /**
     * One activity instance.
     *
     * @param element id in the model
     * @param assignee who did a user task
     * @param canceled left without being completed
     */
    record Step(
            String element,
            String type,
            String activityInstanceId,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String assignee,
            boolean canceled) {}
}
