package app.novelo.servicelevel.internal;

import app.novelo.desk.Calendars;
import app.novelo.platform.Events;
import app.novelo.servicelevel.ClockHolders;
import app.novelo.servicelevel.ClockHolders.Holder;
import app.novelo.servicelevel.ClockState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the clocks of a case, and writes what an act did to them. */
@Component
class ClockStore {

    private final ClockRepository clocks;
    private final Ledger ledger;
    private final Calendars calendars;
    private final Events events;
    private final ObjectProvider<ClockHolders> holders;
    private final HolderRows holding;

    ClockStore(
            ClockRepository clocks,
            Ledger ledger,
            Calendars calendars,
            Events events,
            ObjectProvider<ClockHolders> holders,
            HolderRows holding) {
        this.clocks = clocks;
        this.ledger = ledger;
        this.calendars = calendars;
        this.events = events;
        this.holders = holders;
        this.holding = holding;
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
        if (!act.begun().isEmpty()) {
            holder(act).ifPresent(holder -> act.begun().forEach(clock -> clock.heldBy(holder)));
            clocks.saveAll(act.begun());
        }
        clocks.flush();
        if (act.hasReopened()) {
            holder(act).ifPresent(holder -> holding.held(act.caseNumber(), holder)); // it may have moved meanwhile
        }
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

    private Optional<Holder> holder(CaseClocks act) {
        return holders.stream()
                .flatMap(known -> known.of(act.caseNumber()).stream())
                .findFirst();
    }
}
