package app.novelo.servicelevel.internal;

import app.novelo.desk.Calendars;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;

/** By what a clock counts: kept with it, so that no changed table and no changed calendar moves it. */
@Embeddable
class Terms {

    private int minutes;

    @Column(name = "warn_percent")
    private int warnPercent;

    private String calendar = "";

    @Column(name = "calendar_version")
    private int calendarVersion;

    protected Terms() {}

    private Terms(int minutes, int warnPercent, String calendar, int calendarVersion) {
        this.minutes = minutes;
        this.warnPercent = warnPercent;
        this.calendar = calendar;
        this.calendarVersion = calendarVersion;
    }

    static Terms of(Promise promise) {
        return new Terms(
                promise.minutes(),
                promise.warnPercent(),
                promise.calendar().calendar(),
                promise.calendar().version());
    }

    Terms byTheClock() {
        return new Terms(minutes, warnPercent, Calendars.CLOCK, 0);
    }

    boolean are(Promise promise) {
        return minutes == promise.minutes()
                && warnPercent == promise.warnPercent()
                && calendar.equals(promise.calendar().calendar())
                && calendarVersion == promise.calendar().version();
    }

    boolean warn() {
        return warnPercent > 0;
    }

    /** @return working time that remains when the clock warns */
    Duration leftAtWarning() {
        return Duration.ofMinutes(minutes).minus(Promise.untilWarning(minutes, warnPercent));
    }

    int minutes() {
        return minutes;
    }

    int warnPercent() {
        return warnPercent;
    }

    String calendar() {
        return calendar;
    }

    int calendarVersion() {
        return calendarVersion;
    }
}
