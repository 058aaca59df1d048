package app.novelo.followup.internal;

import app.novelo.conversation.Outreach;
import app.novelo.conversation.Silence;
import app.novelo.engine.DecisionFailed;
import app.novelo.engine.ProcessUnavailable;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.followup.internal.ReengagementEvent.Source;
import app.novelo.followup.internal.ReengagementTable.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides each event once: the row, which is the only one of its event and subject, and the process move together. */
@Component
class ReengagementDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReengagementDesk.class);

    private final ReengagementRows rows;
    private final ReengagementTable table;
    private final ReengagementHours hours;
    private final Outreach outreach;
    private final Processes processes;
    private final Turns turns;
    private final Clock clock;

    ReengagementDesk(
            ReengagementRows rows,
            ReengagementTable table,
            ReengagementHours hours,
            Outreach outreach,
            Processes processes,
            Turns turns,
            Clock clock) {
        this.rows = rows;
        this.table = table;
        this.hours = hours;
        this.outreach = outreach;
        this.processes = processes;
        this.turns = turns;
        this.clock = clock;
    }

    /** @return false if none is due */
    boolean decideNext() {
        var due = rows.due();
        due.ifPresent(this::decide);
        return due.isPresent();
    }

    /** What fails is kept, shown, and tried again. */
    void decide(String number) {
        try {
            turns.inTurn(Turn.ofCase(number), () -> rows.undecided(number).ifPresent(found -> decide(found)));
        } catch (RuntimeException e) {
            LOG.warn("automation {} cannot be decided", number, e);
            rows.failed(number, problem(e));
        }
    }

    private void decide(Reengagement found) {
        var event = found.event();
        if (event.source() == Source.API && rows.isSettled(event.subject())) {
            rows.decided(found.number(), ReengagementProcess.NONE, null, ReengagementStanding.SETTLED);
            return;
        }
        var verdict = table.ask(event);
        switch (verdict.action()) {
            case ReengagementProcess.NONE -> leave(found, verdict);
            case ReengagementProcess.SETTLE -> {
                rows.settle(event.subject());
                rows.decided(found.number(), verdict.action(), verdict.why(), null);
            }
            default -> start(found, verdict);
        }
    }

    /** Only who has told it will ask what became of it. */
    private void leave(Reengagement found, Verdict verdict) {
        if (found.event().source() == Source.API) {
            rows.decided(found.number(), verdict.action(), verdict.why(), null);
        } else {
            rows.forget(found.number());
        }
    }

    private void start(Reengagement found, Verdict verdict) {
        var wakeAt = hours.from(line(found.event()), wanted(found.event(), verdict));
        rows.starting(found.number(), verdict.action(), verdict.why(), wakeAt);
        var variables = new ArrayList<Var.Value>();
        variables.add(ReengagementProcess.EVENT.of(found.event().name()));
        variables.add(ReengagementProcess.PURPOSE.of(verdict.purpose()));
        variables.add(ReengagementProcess.TEMPLATE.of(verdict.template()));
        variables.add(ReengagementProcess.TEMPLATE_VALUES.of(verdict.values()));
        variables.add(ReengagementProcess.WAKE_AT.of(wakeAt));
        if (verdict.daysSilent() != null) {
            variables.add(ReengagementProcess.DAYS_SILENT.of(verdict.daysSilent()));
        }
        rows.started(
                found.number(),
                processes.startByKey(verdict.action(), found.number(), variables.toArray(Var.Value[]::new)));
    }

    /** Days of the calendar's, so that three days before is not some hours before when a clock is set. */
    private Instant wanted(ReengagementEvent event, Verdict verdict) {
        var from = event.dueAt() == null ? event.at() : event.dueAt();
        var wanted = from.atZone(clock.getZone()).plusDays(verdict.delayDays()).toInstant();
        var now = clock.instant();
        return wanted.isAfter(now) ? wanted : now;
    }

    UUID line(ReengagementEvent event) {
        var told = event.line();
        return told != null
                ? hours.usable(told)
                : outreach.lastHeard(event.customer())
                        .map(Silence::line)
                        .map(hours::usable)
                        .orElseGet(hours::any);
    }

    /** For managers, and without anything that a customer has said. */
    private static String problem(RuntimeException e) {
        return e instanceof DecisionFailed || e instanceof ProcessUnavailable || e instanceof IllegalStateException
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }
}
