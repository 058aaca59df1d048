package app.novelo.servicelevel.internal;

import app.novelo.desk.Calendars;
import app.novelo.platform.Events;
import app.novelo.servicelevel.ClockState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the clocks of a case, and writes what an act did to them. */
@Component
class ClockStore {

    private final ClockRepository clocks;
    private final Ledger ledger;
    private final Calendars calendars;
    private final Events events;

    ClockStore(ClockRepository clocks, Ledger ledger, Calendars calendars, Events events) {
        this.clocks = clocks;
        this.ledger = ledger;
        this.calendars = calendars;
        this.events = events;
    }

    CaseClocks none(String caseNumber) {
        return new CaseClocks(caseNumber, List.of(), calendars);
    }

    CaseClocks of(String caseNumber) {
        return new CaseClocks(caseNumber, clocks.findByCaseNumberOrderByStartedAt(caseNumber), calendars);
    }

    Worked worked(Clock clock, Instant now) {
        return Worked.of(ledger.marks(clock.getId()), now);
    }

    /** Flushes, because what follows reads the rows by statement or is the engine's. */
    void save(CaseClocks act) {
        clocks.saveAll(act.begun());
        clocks.flush();
        ledger.write(act.notes().entries());
        act.notes()
                .news()
                .forEach(news -> events.append(
                        news.state() == ClockState.BREACHED ? "sla.breached" : "sla.warning",
                        Map.of("case", act.caseNumber(), "metric", news.metric().id())));
        act.notes().entries().stream()
                .filter(entry -> entry.note() != null)
                .forEach(entry -> events.append(
                        "sla.misconfigured", Map.of("case", act.caseNumber(), "note", String.valueOf(entry.note()))));
    }
}
