package app.novelo.servicelevel;

import java.time.Instant;
import java.util.List;

/** Clocks for people who look at many of them, or closely at one. */
public interface ClockReports {

    /** @return at most one more than the limit, which tells that there is a next page */
    List<ClockRow> list(ClockQuery query);

    /** @return as above */
    List<ClockRow> late(LateQuery query);

    /** @return one for each queue and owner with any such clock; what is neither late nor paused nor due by then is not counted */
    List<ClockCount> counts(Instant dueBefore);

    /** @return every clock that the case ever had, the first started first */
    List<ClockReport> explain(String caseNumber);
}
