package app.novelo.servicelevel.internal;

import app.novelo.desk.WorkingTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sla.dmn} promises.
 *
 * @param warnPercent how much of the time is used up when the clock warns; 0 = it does not
 * @param tableVersion of the table that was asked; 0 = unknown
 * @param rule id of its rule; empty = unknown
 * @param note what was wrong with the table, as {@code code:value}; null if nothing was
 */
record Promise(
        int minutes, int warnPercent, WorkingTime calendar, int tableVersion, String rule, @Nullable String note) {

    Duration time() {
        return Duration.ofMinutes(minutes);
    }

    Duration untilWarning() {
        return untilWarning(minutes, warnPercent);
    }

    static Duration untilWarning(int minutes, int percent) {
        return Duration.ofMillis(minutes * 600L * percent);
    }
}
