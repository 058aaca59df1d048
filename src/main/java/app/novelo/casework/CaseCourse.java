package app.novelo.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * The course of an open case of any kind: case, conversation, clocks and timeline move together. Called by the steps of its
 * process, which a timer may have moved: each waits for the case's turn first, and does nothing where all is so already.
 *
 * <p>Every {@code why} is a code of the cause, as timelines and the ledger of clocks show it.
 */
public interface CaseCourse {

    /** It is not our turn, or not yet. */
    void waits(String number, Wait wait, String why);

    /**
     * It is our turn again; the clocks run on.
     *
     * @return when the task that comes next is due
     */
    Optional<Instant> goesOn(String number, String why);

    /** The need is met: the clocks end. The customer may come back until the case is closed. */
    void resolve(String number, String why);

    /**
     * The customer came back: it is our turn again, and new clocks begin.
     *
     * @return when the task that comes next is due
     */
    Optional<Instant> reopen(String number, String why);

    /** Over for good. */
    void close(String number, String why);

    /** For what. While nobody here can do anything the clocks pause; while somebody only will not, they run on. */
    enum Wait {
        CUSTOMER,
        THIRD_PARTY,
        /** For a moment that its owner has set. */
        SNOOZED
    }
}
