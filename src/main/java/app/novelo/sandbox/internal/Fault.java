package app.novelo.sandbox.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was switched on.
 *
 * @param code Meta's error code, where the kind has one
 * @param count how often it will still happen; -1 = until it is switched off
 * @param delay real time, where the kind has one
 * @param line id of the only line that it happens to; null = any
 * @param phone digits of the only phone that it happens to; null = whoever is next
 */
record Fault(FaultKind kind, int code, int count, Duration delay, @Nullable String line, @Nullable String phone) {

    static final int UNTIL_CLEARED = -1;

    static Fault of(
            FaultKind kind,
            @Nullable Integer code,
            @Nullable Integer count,
            @Nullable Duration delay,
            @Nullable String line,
            @Nullable String phone) {
        return new Fault(
                kind,
                code == null ? kind.usualCode : code,
                count == null ? kind.usualCount : count,
                delay == null ? kind.usualDelay : delay,
                line,
                phone);
    }

    /** @param onLine null = whichever */
    boolean meets(@Nullable String onLine, @Nullable String number) {
        return (line == null || onLine == null || line.equals(onLine)) && (phone == null || phone.equals(number));
    }

    boolean isSpent() {
        return count == 0;
    }

    Fault once() {
        return count == UNTIL_CLEARED ? this : new Fault(kind, code, count - 1, delay, line, phone);
    }
}
