package app.novelo.servicelevel;

import app.novelo.servicelevel.ClockHolders.Holder;

/** Lets clocks know who has their case, so that lists by queue and owner are in the order of an index. */
public interface ClockHolding {

    /** Counts for the clocks that are open; what has ended keeps who had it then. */
    void held(String caseNumber, Holder holder);
}
