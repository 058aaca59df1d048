package app.novelo.desk.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When something is open, by the clock on the wall. Belongs to the day on which it opens, also past midnight.
 *
 * @param closes exclusive; not after {@code opens} means on the next day, so midnight is the end of the day
 */
record Hours(LocalTime opens, LocalTime closes) {

    static final int MINUTES_OF_DAY = 24 * 60;

    /** The first moment at which the clock shows that time or, where it jumps over it, a later one. */
    Instant opensOn(LocalDate date, ZoneId zone) {
        var local = date.atTime(opens);
        return inGap(local, zone) ? transition(local, zone) : local.atZone(zone).toInstant();
    }

    /** The moment after the last at which the clock shows an earlier time: an hour that comes twice is open twice. */
    Instant closesOn(LocalDate date, ZoneId zone) {
        var local = closesNextDay() ? date.plusDays(1).atTime(closes) : date.atTime(closes);
        if (inGap(local, zone)) {
            return transition(local, zone);
        }
        var moment = local.atZone(zone);
        return comesTwice(local.minusNanos(1), zone)
                ? moment.withLaterOffsetAtOverlap().toInstant()
                : moment.toInstant();
    }

    boolean closesNextDay() {
        return !closes.isAfter(opens);
    }

    /** By the clock on the wall; summer time may take from it or add to it. */
    int minutes() {
        int minutes = minute(closes) - minute(opens);
        return minutes > 0 ? minutes : minutes + MINUTES_OF_DAY;
    }

    static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static boolean inGap(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).isEmpty();
    }

    private static boolean comesTwice(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).size() > 1;
    }

    private static Instant transition(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getTransition(local).getInstant();
    }
}
