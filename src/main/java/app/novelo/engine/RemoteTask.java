package app.novelo.engine;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An external task that a worker has locked.
 *
 * @param retries how many attempts are left; null before the first failure
 * @param conversation value of the process variable {@code conversationId}, which every process with a customer carries
 * @param properties extension properties of the element: the designer's settings
 * @param variables reads a process variable that the task sees, as text; null if there is none
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
        Map<String, String> properties,
        Function<String, @Nullable String> variables) {

    /**
     * What the designer has set: written out under {@code name}, or as the name of a variable under {@code <name>From}.
     *
     * @return null if it is not set, or empty
     */
    public @Nullable String setting(String name) {
        var written = properties.get(name);
        var variable = properties.get(name + "From");
        var value = written != null || variable == null ? written : variables.apply(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
