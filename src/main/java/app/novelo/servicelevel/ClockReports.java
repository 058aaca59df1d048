package app.novelo.servicelevel;

import java.util.List;

/** Clocks for people who look at many of them, or closely at one. */
public interface ClockReports {

    /** @return at most one more than the limit, which tells that there is a next page */
    List<ClockRow> list(ClockQuery query);

    /** @return every clock that the case ever had, the first started first */
    List<ClockReport> explain(String caseNumber);
}
