package app.novelo.engine;

import java.util.function.Supplier;

/** One writer per case: whatever drives an instance from outside the job executor does it here. */
public interface Turns {

    /**
     * Opens a transaction, waits for the turn as its first statement, and works. A collision with the job executor repeats
     * the whole unit outside the transaction, at most five times; {@code work} must therefore read everything anew.
     *
     * @throws CaseBusy if five attempts collided
     * @throws IllegalStateException if a transaction is already open: its reads would be older than the turn
     */
    <T> T inTurn(Turn turn, Supplier<T> work);

    default void inTurn(Turn turn, Runnable work) {
        inTurn(turn, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Waits for the turn inside the transaction that is open, for delegates that a timer runs.
     *
     * @return false if the transaction has it already: what it has read holds
     */
    boolean join(Turn turn);
}
