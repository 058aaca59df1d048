package app.novelo.ticket.internal;

import app.novelo.casework.CaseKind;
import app.novelo.platform.NoveloSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Protocols: {@code T-<yyyymmdd>-<at least six digits>}, the day in the company's time zone. */
@Component
class TicketKind implements CaseKind {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final TicketRepository tickets;
    private final ZoneId zone;

    TicketKind(TicketRepository tickets, NoveloSettings settings) {
        this.tickets = tickets;
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
}
