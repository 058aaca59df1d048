package app.novelo.servicelevel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of cases. Targets come from {@code sla.dmn}, evaluated once per metric when its clock begins: a changed table
 * moves no running clock. Called within the case's turn.
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
     * The customer wrote again: the next response counts from now, unless one is already awaited.
     *
     * @param facts asked for only if a clock begins
     */
    void customerWrote(String caseNumber, Supplier<Map<String, @Nullable Object>> facts, Instant at);

    /** It is not our turn: no clock of the case counts until {@link #resume}. */
    void pause(String caseNumber, String cause, Instant at);

    /** It is our turn again. */
    void resume(String caseNumber, String cause, Instant at);

    /** A case that was done is not: the next response and the resolution count from now on. */
    Optional<Instant> reopened(String caseNumber, Map<String, @Nullable Object> facts, String cause, Instant at);

    /** The case is done: ends every clock that still runs. */
    void resolved(String caseNumber, String cause, Instant at);

    /** The case ended without being done, because somebody took its process away: nothing is owed any more. */
    void cancelled(String caseNumber, String cause, Instant at);

    List<ClockView> of(Collection<String> caseNumbers);

    /** @return clocks in that state, the first due first */
    List<ClockView> in(ClockState state, int limit);
}
