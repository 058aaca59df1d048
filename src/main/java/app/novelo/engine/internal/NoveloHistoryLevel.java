package app.novelo.engine.internal;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers: where each instance went, who did it, what was decided and what failed; no variables, which
 * would double the cost of every step. Stored in the database by its id: its meaning never changes.
 */
class NoveloHistoryLevel extends AbstractHistoryLevel {

    static final String NAME = "novelo";
    private static final int ID = 77;

    private static final Set<HistoryEventTypes> LEFT_OUT = EnumSet.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.EXTERNAL_TASK_CREATE,
            HistoryEventTypes.EXTERNAL_TASK_SUCCESS,
            HistoryEventTypes.EXTERNAL_TASK_DELETE);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** The engine asks with a null entity whether it may ever need the type. */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return !(type instanceof HistoryEventTypes known) || !LEFT_OUT.contains(known);
    }
}
