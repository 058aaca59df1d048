package app.novelo.desk.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days that a country, a state or a city keeps. */
interface Holidays {

    Holidays NONE = date -> null;

    /** @return the holiday's name; null on any other day */
    @Nullable
    String on(LocalDate date);
}
