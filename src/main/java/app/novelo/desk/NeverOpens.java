package app.novelo.desk;

import java.time.Duration;

/** A calendar without hours, or with too few of them: what is counted by it would never come. */
public final class NeverOpens extends UnusableCalendar {

    public NeverOpens(String calendar, Duration time) {
        super("the calendar \"" + calendar + "\" opens for less than " + time + " within three years");
    }
}
