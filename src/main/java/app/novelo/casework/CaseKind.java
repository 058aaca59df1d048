package app.novelo.casework;

import app.novelo.engine.Var;
import java.time.Instant;

/** A kind of case: one module, one process that starts with {@code <kind>.requested}. */
public interface CaseKind {

    /** @return the module's name, as tables and messages write it */
    String kind();

    /** @return a number that nobody else has; gaps are allowed */
    String nextNumber(Instant at);

    /** @return element of the user task in which people work on such a case */
    String workElement();

    /**
     * @return the fields of that task's form with which a person completes it to say so
     * @throws app.novelo.platform.BadRequest if the command says something that the form does not offer
     */
    Var.Value[] fields(CaseCommand command);

    /** Its need was told twice: in this transaction the case is closed, and another one goes on with it. */
    void merged(String number);
}
