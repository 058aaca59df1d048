package app.novelo.engine.internal;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationContext;

/** What {@code #{…}} in a model may name: delegates and listeners, and nothing else of the application. */
class ExpressionBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    ExpressionBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean
                && context.containsBean(bean)
                && (context.isTypeMatch(bean, JavaDelegate.class)
                        || context.isTypeMatch(bean, TaskListener.class)
                        || context.isTypeMatch(bean, ExecutionListener.class));
    }

    @Override
    @SuppressWarnings("NullAway") // Map.get answers null for a name that is not visible
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
