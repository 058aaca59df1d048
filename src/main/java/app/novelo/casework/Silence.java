package app.novelo.casework;

import app.novelo.engine.Var;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a process waits while nothing happens: what the table {@code inactivity} has said, as a moment. */
public final class Silence {

    public static final Var<Integer> MINUTES = Var.number("silenceMinutes");

    /** What the table wants then. */
    public static final Var<String> THEN = Var.text("afterSilence");

    /** When the timer of the wait is due. */
    public static final Var<Instant> WAIT_UNTIL = Var.instant("waitUntil");

    /**
     * @param minutes as the table says
     * @param otherwise where it says nothing, or nothing that lies ahead
     */
    public static Instant ends(Instant begins, @Nullable Integer minutes, Duration otherwise) {
        return begins.plus(minutes == null || minutes <= 0 ? otherwise : Duration.ofMinutes(minutes));
    }

    private Silence() {}
}
