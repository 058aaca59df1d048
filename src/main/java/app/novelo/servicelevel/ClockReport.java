package app.novelo.servicelevel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a clock, and why it is due when it is.
 *
 * @param ledger in order
 * @param why step by step, in the order of time
 */
public record ClockReport(ClockRow row, List<Entry> ledger, List<Step> why) {

    /**
     * @param event START, WARN, PAUSE, RESUME, BREACH, MOVE, END, REOPEN, CANCEL
     * @param at of the fact, whenever it was noted
     * @param note what was wrong with the table, as {@code code:value}
     * @param promise where the table was asked
     */
    public record Entry(
            Instant at,
            String event,
            String cause,
            @Nullable Instant dueBefore,
            Instant dueAt,
            @Nullable String note,
            @Nullable Promised promise) {}

    public record Promised(int minutes, String calendar, int calendarVersion, int tableVersion, String rule) {}

    /**
     * @param code {@code promise}, {@code by-the-clock}, {@code counted}, {@code paused}, {@code resumed}, {@code waits}, {@code due}: words for
     *     it stand in the screens' texts under {@code sla.why.}
     * @param values what to put in
     */
    public record Step(String code, Map<String, Object> values) {}
}
