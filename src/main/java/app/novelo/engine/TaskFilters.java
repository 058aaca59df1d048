package app.novelo.engine;

import java.util.List;

/** The lists at Tasklist's left edge that Novelo itself keeps, for everybody who may use Tasklist. */
public interface TaskFilters {

    /** What a list holds, of the tasks that its reader may see. */
    enum Content {
        /** Nobody has claimed them, and they wait in a queue of the reader. */
        QUEUES,
        /** The reader's own. */
        MINE,
        /** Their due date has passed. */
        OVERDUE,
        ALL
    }

    /**
     * One list.
     *
     * @param name what Tasklist shows
     * @param description what it shows on pointing
     */
    record TaskFilter(Content content, String name, String description) {}

    /** Creates or corrects our filters, in this order; those that people made stay as they are. Repeatable. */
    void ensure(List<TaskFilter> filters);
}
