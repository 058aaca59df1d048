package app.novelo.desk;

/** A table or a setting names a calendar that does not exist. */
public final class UnknownCalendar extends UnusableCalendar {

    public UnknownCalendar(String name) {
        super("there is no calendar \"" + name + "\"");
    }
}
