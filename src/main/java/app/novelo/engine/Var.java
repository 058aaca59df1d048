package app.novelo.engine;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A process variable, declared once: its name and its type. Ids, enum names, numbers and instants only; texts and names of
 * people stay in tables.
 */
public final class Var<T> {

    private final String name;
    private final Function<T, Object> toEngine;
    private final Function<Object, T> fromEngine;

    private Var(String name, Function<T, Object> toEngine, Function<Object, T> fromEngine) {
        this.name = name;
        this.toEngine = toEngine;
        this.fromEngine = fromEngine;
    }

    public static Var<String> text(String name) {
        return new Var<>(name, v -> v, Object::toString);
    }

    public static Var<Boolean> flag(String name) {
        return new Var<>(name, v -> v, v -> Boolean.valueOf(v.toString()));
    }

    public static Var<Double> decimal(String name) {
        return new Var<>(name, v -> v, v -> ((Number) v).doubleValue());
    }

    public static Var<Integer> number(String name) {
        return new Var<>(name, v -> v, v -> ((Number) v).intValue());
    }

    /** The engine's type is {@code date}: timers and Tasklist's filters read it. */
    public static Var<Instant> instant(String name) {
        return new Var<>(name, Date::from, v -> ((Date) v).toInstant());
    }

    public String name() {
        return name;
    }

    public Value of(T value) {
        return new Value(name, toEngine.apply(value));
    }

    /** @throws IllegalStateException if the variable is missing */
    public T in(VariableScope scope) {
        var value = find(scope);
        if (value == null) {
            throw new IllegalStateException("process variable " + name + " is missing");
        }
        return value;
    }

    public @Nullable T find(VariableScope scope) {
        var raw = scope.getVariable(name);
        return raw == null ? null : fromEngine.apply(raw);
    }

    public void set(VariableScope scope, T value) {
        put(scope, toEngine.apply(value));
    }

    /** What is so already is not written again. */
    private void put(VariableScope scope, Object value) {
        if (!value.equals(scope.getVariable(name))) {
            scope.setVariable(name, value);
        }
    }

    /** @param value null = the variable is there, and says nothing: an expression that reads it does not fail */
    public void setOrClear(VariableScope scope, @Nullable T value) {
        if (value != null) {
            put(scope, toEngine.apply(value));
        } else if (scope.getVariable(name) != null || !scope.hasVariable(name)) {
            scope.setVariable(name, null);
        }
    }

    /** @param value as the engine keeps it */
    public record Value(String name, Object value) {}
}
