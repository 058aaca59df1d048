package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.Metric;
import app.novelo.servicelevel.internal.Ledger.Entry;
import app.novelo.servicelevel.internal.Ledger.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one act did to the clocks of a case: for the ledger, and for whoever wants to hear of warnings and breaches. */
final class Notes {

    private final List<Entry> entries = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    /**
     * @param state WARNED or BREACHED
     * @param over it has ended meanwhile: a fact, but nobody needs to act on it
     */
    record News(Metric metric, ClockState state, boolean over) {}

    /** @param note as in {@link Promise} */
    void add(Clock clock, Event event, String cause, Instant at, @Nullable Instant dueBefore, @Nullable String note) {
        entries.add(
                new Entry(clock.getId(), clock.caseNumber(), event, cause, at, dueBefore, clock.dueAt(), null, note));
    }

    void promised(Clock clock, Event event, String cause, Instant at, @Nullable Instant dueBefore, Promise promise) {
        entries.add(new Entry(
                clock.getId(),
                clock.caseNumber(),
                event,
                cause,
                at,
                dueBefore,
                clock.dueAt(),
                promise,
                promise.note()));
    }

    /** Each at its own time, whenever it is noted. Who is late is not warned any more, but the ledger has both. */
    void reached(Clock clock, boolean warning, boolean breach) {
        if (warning) {
            var at = Objects.requireNonNull(clock.warnAt(), "it warned");
            add(clock, Event.WARN, clock.terms().warnPercent() + " % of the time used", at, clock.dueAt(), null);
        }
        if (breach) {
            addBreach(clock, false);
        } else if (warning) {
            news.add(new News(clock.metric(), ClockState.WARNED, false));
        }
    }

    /** It ends late, before its timer has fired. */
    void lateUnnoticed(Clock clock) {
        addBreach(clock, true);
    }

    private void addBreach(Clock clock, boolean over) {
        add(clock, Event.BREACH, "due time passed", clock.dueAt(), clock.dueAt(), null);
        news.add(new News(clock.metric(), ClockState.BREACHED, over));
    }

    List<Entry> entries() {
        return entries;
    }

    List<News> news() {
        return news;
    }
}
