package app.novelo.casework;

import app.novelo.engine.Var;
import app.novelo.platform.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The task in which people work on a case: whoever completes it says what becomes of the case. */
public interface CaseTasks {

    /**
     * Completes it in the caller's name, who takes it first if nobody has it; a case that waits goes on before. Called within
     * the case's turn.
     *
     * @param fields of the form, by the element of the task
     * @param note words for whoever goes on
     * @throws app.novelo.conversation.NotYourTurn if somebody else has the case, and the caller is no manager
     * @throws app.novelo.platform.Problem {@code case-not-waiting} if no such task is open
     */
    void complete(Caller caller, CaseFile file, Function<String, Var.Value[]> fields, @Nullable String note);
}
