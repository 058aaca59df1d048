package app.novelo.engine.internal;

import app.novelo.engine.DecisionFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts what is known before a table reads it. Transient variables: the table sees them, the database never does, so a fact
 * more costs nothing and no process variable can be out of date.
 */
@Component
class OfferedFacts implements ExecutionListener {

    private final ObjectProvider<DecisionFacts> known;
    private final ThreadLocal<Map<String, @Nullable Object>> current = ThreadLocal.withInitial(Map::of);

    OfferedFacts(ObjectProvider<DecisionFacts> known) {
        this.known = known;
    }

    /** Start of a business rule task. */
    @Override
    public void notify(DelegateExecution execution) {
        var facts = new HashMap<String, @Nullable Object>();
        known.forEach(source -> facts.putAll(source.of(processKey(execution), execution.getProcessBusinessKey())));
        execution.getVariables().forEach((name, value) -> {
            if (value != null) {
                facts.put(name, value);
            }
        });
        facts.forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
        current.set(facts);
    }

    private static String processKey(DelegateExecution execution) {
        var definition = execution.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    Map<String, @Nullable Object> current() {
        return current.get();
    }

    <T> T during(Map<String, @Nullable Object> facts, Supplier<T> evaluation) {
        var before = current.get();
        current.set(facts);
        try {
            return evaluation.get();
        } finally {
            current.set(before);
        }
    }
}
