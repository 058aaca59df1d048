package app.novelo.desk.internal;

import app.novelo.desk.NeverOpens;
import app.novelo.desk.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours by weekday, holidays on which nothing opens, and exceptions, which go before both. Works in local time, so
 * that a day with 23 or 25 hours keeps its hours.
 *
 * @param week intervals of a day in ascending order
 * @param exceptions hours of single dates, in ascending order; none = closed
 */
record BusinessCalendar(
        String calendar,
        int version,
        ZoneId zone,
        Map<DayOfWeek, List<Hours>> week,
        Map<LocalDate, List<Hours>> exceptions,
        Holidays holidays)
        implements WorkingTime {

    /** How far ahead an opening is looked for; a calendar without hours must not loop for ever. */
    private static final int HORIZON_DAYS = 3 * 366;

    @Override
    public boolean isOpen(Instant moment) {
        return moment.equals(nextOpening(moment, 1).orElse(null));
    }

    @Override
    public Optional<Instant> nextOpening(Instant from) {
        return nextOpening(from, HORIZON_DAYS);
    }

    private Optional<Instant> nextOpening(Instant from, int days) {
        var first = new ArrayList<Opening>();
        walk(from, days, opening -> first.add(opening) && false);
        return first.stream().map(Opening::opens).findFirst();
    }

    @Override
    public Instant after(Instant from, Duration time) {
        var count = new Object() {
            Duration left = time;

            @Nullable
            Instant reached;
        };
        walk(from, HORIZON_DAYS, open -> {
            if (open.length().compareTo(count.left) >= 0) {
                count.reached = open.opens().plus(count.left);
                return false;
            }
            count.left = count.left.minus(open.length());
            return true;
        });
        if (count.reached == null) {
            throw new NeverOpens(calendar, time);
        }
        return count.reached;
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return openings(from, to).stream().map(Opening::length).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public List<Opening> openings(Instant from, Instant to) {
        var found = new ArrayList<Opening>();
        if (from.isBefore(to)) {
            walk(
                    from,
                    (int) ChronoUnit.DAYS.between(from, to) + 2,
                    open -> open.opens().isBefore(to) && join(found, open, to));
        }
        return found;
    }

    private static boolean join(List<Opening> found, Opening open, Instant to) {
        var closes = open.closes().isAfter(to) ? to : open.closes();
        var last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.closes().equals(open.opens())) {
            found.set(found.size() - 1, new Opening(last.opens(), closes));
        } else {
            found.add(new Opening(open.opens(), closes));
        }
        return true;
    }

    /**
     * Shows what opens from a moment on, each later than the one before: what overlaps, because an hour comes twice or an
     * exception begins before the night is over, is counted once. The night before may still be open.
     *
     * @param days how many, today being the first
     * @param more returns false when it has seen enough
     */
    private void walk(Instant from, int days, Predicate<Opening> more) {
        var reached = from;
        var today = from.atZone(zone).toLocalDate();
        var end = today.plusDays(days);
        for (var date = today.minusDays(1); date.isBefore(end); date = date.plusDays(1)) {
            for (var hours : on(date)) {
                var opens = later(hours.opensOn(date, zone), reached);
                var closes = hours.closesOn(date, zone);
                if (closes.isAfter(opens)) {
                    reached = closes;
                    if (!more.test(new Opening(opens, closes))) {
                        return;
                    }
                }
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    List<Hours> on(LocalDate date) {
        var exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        return holidays.on(date) == null ? week.getOrDefault(date.getDayOfWeek(), List.of()) : List.of();
    }
}
