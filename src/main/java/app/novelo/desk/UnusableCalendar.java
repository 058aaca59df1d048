package app.novelo.desk;

/** No time can be counted by this calendar. */
public abstract sealed class UnusableCalendar extends RuntimeException permits UnknownCalendar, NeverOpens {

    UnusableCalendar(String message) {
        super(message);
    }
}
