package app.novelo.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What comes next in open cases, and when: a promise to be kept, a moment until which one waits, a task that is due. */
public interface NextSteps {

    /** Adds a step, or moves the one of that reference. */
    void plan(String caseNumber, Step step);

    /** The step is done, or is none any more; does nothing where there is none. */
    void done(String caseNumber, String reference);

    /** Nothing comes any more. */
    void clear(String caseNumber);

    /** @return of each case that has any, the earliest first */
    Map<String, List<Step>> of(Collection<String> caseNumbers);

    /**
     * @param reference tells the steps of a case apart: the number of a follow-up, the id of an element
     * @param what {@code task}, {@code followUp}, {@code wait} or {@code byHand}
     */
    record Step(String reference, String what, Instant at) {}
}
