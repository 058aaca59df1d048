package app.novelo.ticket.internal;

import app.novelo.casework.CaseAccess;
import app.novelo.casework.CaseFile;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets by protocol. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

    private final CaseAccess cases;
    private final TicketRepository tickets;
    private final ServiceLevels serviceLevels;

    TicketController(CaseAccess cases, TicketRepository tickets, ServiceLevels serviceLevels) {
        this.cases = cases;
        this.tickets = tickets;
        this.serviceLevels = serviceLevels;
    }

    @GetMapping
    Page<TicketView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit);
        var query = new CaseAccess.Query(TicketProcess.KIND, state, queue, after, most + 1);
        var page = Page.of(cases.list(Callers.current(), query), most, CaseAccess::cursor);
        return new Page<>(views(page.items()), page.next());
    }

    @GetMapping("/{number}")
    TicketView one(@PathVariable String number) {
        return views(List.of(cases.visible(Callers.current(), TicketProcess.KIND, number)))
                .get(0);
    }

    private List<TicketView> views(List<CaseFile> files) {
        var numbers = files.stream().map(CaseFile::number).toList();
        var clocks = serviceLevels.of(numbers).stream().collect(Collectors.groupingBy(ClockView::caseNumber));
        var own = tickets.findAllById(numbers).stream().collect(Collectors.toMap(Ticket::getId, ticket -> ticket));
        return files.stream().map(file -> view(file, clocks, own)).toList();
    }

    private static TicketView view(CaseFile file, Map<String, List<ClockView>> clocks, Map<String, Ticket> own) {
        var ticket = own.get(file.number());
        return new TicketView(
                file.number(),
                file.customer(),
                file.conversation(),
                file.state(),
                file.priority(),
                file.queue(),
                file.owner(),
                file.intent(),
                ticket == null ? null : ticket.resolution(),
                file.dueAt(),
                clocks.getOrDefault(file.number(), List.of()).stream()
                        .map(clock -> new TicketClock(
                                clock.metric(),
                                clock.state().name(),
                                clock.startedAt(),
                                clock.dueAt(),
                                clock.endedAt()))
                        .toList(),
                file.processInstanceId(),
                file.openedAt(),
                file.closedAt());
    }

    /** A ticket as {@code docs/http-api.md} shows it. */
    record TicketView(
            String number,
            UUID customer,
            @Nullable UUID conversation,
            String state,
            String priority,
            String queue,
            @Nullable String owner,
            @Nullable String intent,
            @Nullable String resolution,
            @Nullable Instant dueAt,
            List<TicketClock> clocks,
            String processInstanceId,
            Instant createdAt,
            @Nullable Instant closedAt) {}

    /** One of its clocks. */
    record TicketClock(String metric, String state, Instant startedAt, Instant dueAt, @Nullable Instant endedAt) {}
}
