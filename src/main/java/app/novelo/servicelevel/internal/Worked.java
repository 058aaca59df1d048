package app.novelo.servicelevel.internal;

import app.novelo.desk.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The time in which a clock ran.
 *
 * @param stretches from its start or a resumption to the next pause, in order
 * @param since when it began to run for the last time; if it waits, when it would go on
 */
record Worked(List<Stretch> stretches, Instant since) {

    /** @param to exclusive */
    record Stretch(Instant from, Instant to) {}

    /** What the ledger says that matters here. */
    record Mark(Ledger.Event event, Instant at) {}

    static Worked from(Instant start) {
        return new Worked(List.of(), start);
    }

    /**
     * @param marks of one clock, in order
     * @param now when it would go on if it waits
     */
    static Worked of(List<Mark> marks, Instant now) {
        var stretches = new ArrayList<Stretch>();
        var since = now;
        for (var mark : marks) {
            switch (mark.event) {
                case START, RESUME -> since = mark.at;
                case PAUSE -> {
                    stretches.add(new Stretch(since, mark.at));
                    since = now;
                }
                default -> {}
            }
        }
        return new Worked(stretches, since);
    }

    /** @return when so much of it was worked, or will be if it runs on */
    Instant reaches(Duration time, WorkingTime calendar) {
        var left = time;
        for (var stretch : stretches) {
            var worked = calendar.between(stretch.from, stretch.to);
            if (worked.compareTo(left) >= 0) {
                return calendar.after(stretch.from, left);
            }
            left = left.minus(worked);
        }
        return calendar.after(since, left);
    }
}
