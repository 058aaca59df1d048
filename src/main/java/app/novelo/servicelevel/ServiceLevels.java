package app.novelo.servicelevel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of cases. Targets come from {@code sla.dmn}, evaluated once per metric when its clock begins: a changed table,
 * calendar or priority moves no running clock unless asked. Called within the case's turn.
 *
 * <p>Causes are short and for people who read the ledger: {@code answered by AGENT}. Nothing said twice happens twice.
 */
public interface ServiceLevels {

    /**
     * Starts the clocks of a new case and its instance of {@code service-level}.
     *
     * @param facts what is known of the case, for the table
     * @return when the first of them is due; empty if the table promises nothing
     */
    Optional<Instant> start(String caseNumber, Map<String, @Nullable Object> facts, Instant at);

    /** Somebody answered the customer: ends what counts until a response. */
    void answered(String caseNumber, String cause, Instant at);

    /**
     * The answer that was taken for one never reached the customer: the response clock that ended last runs on as if it had
     * not ended, unless a response is awaited anyway.
     */
    void answerFailed(String caseNumber, String cause, Instant at);

    /**
     * The customer wrote again: the next response counts from now, unless one is already awaited. What waits goes on waiting.
     *
     * @param facts asked for only if a clock begins
     */
    void customerWrote(String caseNumber, Supplier<Map<String, @Nullable Object>> facts, Instant at);

    /**
     * The case waits for somebody else: all open clocks stop and keep what remains of their working time. One that is late
     * stays late.
     */
    void pause(String caseNumber, String cause, Instant at);

    /**
     * What waits goes on: what remained counts from now.
     *
     * @return when the first open clock is due; empty if nothing is owed
     */
    Optional<Instant> resume(String caseNumber, String cause, Instant at);

    /** The case's priority is another one: asks the table again for every open clock, with the time that it has run. */
    void prioritised(String caseNumber, Map<String, @Nullable Object> facts, String cause, Instant at);

    /** Asks the table again for every open clock, by the newest table, calendars and facts. */
    void reapply(String caseNumber, String cause, Instant at);

    /**
     * A case that was done is not: the next response and the resolution count from now on.
     *
     * @return when the first open clock is due; empty if nothing is owed
     */
    Optional<Instant> reopened(String caseNumber, Map<String, @Nullable Object> facts, String cause, Instant at);

    /**
     * Does the same for many cases, one after the other in their own turns, soon. May be called outside of any turn.
     *
     * @return how many of them have open clocks and were not wanted already
     */
    int reapplyLater(Collection<String> caseNumbers, String cause);

    /** The case is done: ends every clock that still runs. */
    void resolved(String caseNumber, String cause, Instant at);

    /** The case ended without being done, because somebody took its process away: nothing is owed any more. */
    void cancelled(String caseNumber, String cause, Instant at);

    List<ClockView> of(Collection<String> caseNumbers);
}
