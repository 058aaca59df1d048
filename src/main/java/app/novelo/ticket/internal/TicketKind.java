package app.novelo.ticket.internal;

import app.novelo.casework.CaseCommand;
import app.novelo.casework.CaseKind;
import app.novelo.engine.Var;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Protocols: {@code T-<yyyymmdd>-<at least six digits>}, the day in the company's time zone. */
@Component
class TicketKind implements CaseKind {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Where nobody says how. */
    static final String USUAL = "solved";

    /** The need was told twice. */
    static final String DUPLICATE = "duplicate";

    /** As {@code forms/ticket/resolve-ticket.form} offers them. */
    static final List<String> RESOLUTIONS = List.of(USUAL, "answered", DUPLICATE, "notOurs", TicketProcess.NO_REPLY);

    private final TicketRepository tickets;
    private final Clock clock;
    private final ZoneId zone;

    TicketKind(TicketRepository tickets, Clock clock, NoveloSettings settings) {
        this.tickets = tickets;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    @Override
    public String kind() {
        return TicketProcess.KIND;
    }

    @Override
    public String nextNumber(Instant at) {
        return "T-%s-%06d".formatted(DAY.format(at.atZone(zone).toLocalDate()), tickets.nextProtocol());
    }

    @Override
    public List<String> workElements() {
        return List.of(TicketProcess.RESOLVE);
    }

    @Override
    public Var.Value[] fields(String element, CaseCommand command) {
        if (command instanceof CaseCommand.Resolve resolve) {
            return new Var.Value[] {
                TicketProcess.OUTCOME.of(TicketProcess.RESOLVED),
                TicketProcess.RESOLUTION.of(resolution(resolve.reason()))
            };
        }
        if (command instanceof CaseCommand.Snooze snooze) {
            return new Var.Value[] {
                TicketProcess.OUTCOME.of(TicketProcess.SNOOZED),
                TicketProcess.LOOK_AGAIN_AT.of(snooze.until().toString())
            };
        }
        return new Var.Value[] {TicketProcess.OUTCOME.of(TicketProcess.WAITING_CUSTOMER)};
    }

    @Override
    public void merged(String number) {
        tickets.findById(number).ifPresent(ticket -> {
            ticket.resolve(DUPLICATE, clock.instant());
            ticket.close(clock.instant());
        });
    }

    private static String resolution(@Nullable String reason) {
        if (reason != null && !RESOLUTIONS.contains(reason)) {
            throw new BadRequest("reason", "one of " + String.join(", ", RESOLUTIONS));
        }
        return reason == null ? USUAL : reason;
    }
}
