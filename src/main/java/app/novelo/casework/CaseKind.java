package app.novelo.casework;

import java.time.Instant;

/** A kind of case: one module, one process that starts with {@code <kind>.requested}. */
public interface CaseKind {

    /** @return the module's name, as tables and messages write it */
    String kind();

    /** @return a number that nobody else has; gaps are allowed */
    String nextNumber(Instant at);
}
