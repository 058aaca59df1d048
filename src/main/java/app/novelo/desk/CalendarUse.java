package app.novelo.desk;

import java.util.List;

/** Told by whoever names calendars, so that none is taken away that somebody counts by. */
public interface CalendarUse {

    /** @return who uses it, for people: {@code queue support}; empty if nobody does */
    List<String> usersOf(String calendar);
}
