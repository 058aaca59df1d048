package app.novelo.casework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user tasks in which people work on cases. */
public interface CaseWork {

    /** @return the case's open task, if it has one; those about it, of an escalation, are none */
    Optional<OpenTask> openTaskOf(String caseNumber);

    /** @param element id in the model */
    record OpenTask(String id, String element, @Nullable String assignee) {}
}
