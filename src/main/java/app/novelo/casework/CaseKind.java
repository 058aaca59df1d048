package app.novelo.casework;

import app.novelo.engine.Var;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind of case: one module, one process that starts with {@code <kind>.requested}. */
public interface CaseKind {

    /** @return the module's name, as tables and messages write it */
    String kind();

    /** @return a number that nobody else has; gaps are allowed */
    String nextNumber(Instant at);

    /** @return elements of the user tasks in which people work on such a case; at most one of them is open at a time */
    List<String> workElements();

    /**
     * @param element one of {@link #workElements}, whose task is open
     * @return the fields of that task's form with which a person completes it to say so
     * @throws app.novelo.platform.BadRequest if the command says something that the form does not offer
     */
    Var.Value[] fields(String element, CaseCommand command);

    /** Its need was told twice: in this transaction the case is closed, and another one goes on with it. */
    void merged(String number);

    /**
     * @return whether a conversation can be about such a case: what the customer writes goes to it. Else it only concerns
     *     the conversation, and what he writes is another case's
     */
    default boolean hasMessages() {
        return true;
    }

    /**
     * @param intent what the customer clearly means
     * @return false if that is another kind's business: as long as no person has the word, intake takes the message
     */
    default boolean concerns(String intent) {
        return true;
    }

    /** @return the open case that takes what the customer wants in this conversation, so that none is opened beside it */
    default Optional<String> alreadyOpen(UUID conversation) {
        return Optional.empty();
    }

    /** Another queue or person has the case, in this transaction. */
    default void held(String number, String queue, @Nullable String owner) {}

    /** Something is planned for the case, in this transaction. */
    default void planned(String number, NextSteps.Step step) {}

    /** @return scalars that are known of the case, by the names under which tables read them; null where unknown */
    default Map<String, @Nullable Object> facts(String number) {
        return Map.of();
    }
}
