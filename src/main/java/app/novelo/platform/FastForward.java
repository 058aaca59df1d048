package app.novelo.platform;

import java.time.Duration;

/** Moves the business clock of a sandbox. */
public interface FastForward {

    /**
     * Pauses all work, moves the clock of application and engine together, fires what became due, and goes on.
     *
     * @throws IllegalArgumentException if {@code by} is negative or over 400 days
     * @throws IllegalStateException outside the sandbox
     */
    void advance(Duration by);

    Duration offset();
}
