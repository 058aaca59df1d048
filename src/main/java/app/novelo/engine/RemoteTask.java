package app.novelo.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An external task that a worker has locked.
 *
 * @param retries how many attempts are left; null before the first failure
 * @param conversation value of the process variable {@code conversationId}, which every process with a customer carries
 * @param properties extension properties of the element: the designer's settings
 */
public record RemoteTask(
        String id,
        String topic,
        String element,
        String processKey,
        String processInstanceId,
        String activityInstanceId,
        @Nullable String businessKey,
        @Nullable Integer retries,
        @Nullable String conversation,
        Map<String, String> properties) {}
