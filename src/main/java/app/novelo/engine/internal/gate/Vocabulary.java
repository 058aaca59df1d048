package app.novelo.engine.internal.gate;

import java.util.Set;

/**
 * What a model may name.
 *
 * @param delegates beans for {@code delegateExpression} of a step
 * @param listeners beans for {@code delegateExpression} of a listener
 * @param topics of external tasks that somebody works on
 * @param ownedByCode keys of the processes and forms that only a release changes
 */
record Vocabulary(Set<String> delegates, Set<String> listeners, Set<String> topics, Set<String> ownedByCode) {

    boolean isBean(String name) {
        return delegates.contains(name) || listeners.contains(name);
    }
}
