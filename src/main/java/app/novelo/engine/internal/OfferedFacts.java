package app.novelo.engine.internal;

import app.novelo.engine.DecisionFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
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
    private final ThreadLocal<Offer> current = ThreadLocal.withInitial(() -> new Offer(null, Map.of()));

    OfferedFacts(ObjectProvider<DecisionFacts> known) {
        this.known = known;
    }

    /** Start and end of a business rule task. */
    @Override
    public void notify(DelegateExecution execution) {
        if (EVENTNAME_END.equals(execution.getEventName())) {
            takeBack(execution);
        } else {
            offer(execution);
        }
    }

    /** A task without an output mapping is no scope: what was offered would stay on its parent and grow old there. */
    private void takeBack(DelegateExecution execution) {
        execution.removeVariablesLocal(current().keySet());
        current.remove();
    }

    private void offer(DelegateExecution execution) {
        var facts = new HashMap<String, @Nullable Object>();
        known.forEach(source -> facts.putAll(source.of(processKey(execution), execution.getProcessBusinessKey())));
        execution.getVariables().forEach((name, value) -> {
            if (value != null) {
                facts.put(name, value);
            }
        });
        facts.forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
        current.set(new Offer(Context.getCommandContext(), facts));
    }

    private static String processKey(DelegateExecution execution) {
        var definition = execution.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    /** @return what was offered within the command that runs now; nothing of an earlier one */
    Map<String, @Nullable Object> current() {
        var offer = current.get();
        return offer.command == null || offer.command == Context.getCommandContext() ? offer.facts : Map.of();
    }

    <T> T during(Map<String, @Nullable Object> facts, Supplier<T> evaluation) {
        var before = current.get();
        current.set(new Offer(null, facts));
        try {
            return evaluation.get();
        } finally {
            current.set(before);
        }
    }

    /** @param command in which it was made; null while code itself holds on to it */
    private record Offer(@Nullable CommandContext command, Map<String, @Nullable Object> facts) {}
}
