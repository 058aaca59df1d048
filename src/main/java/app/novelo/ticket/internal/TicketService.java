package app.novelo.ticket.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of a ticket do; each runs in the transaction of its process. */
@Service
@Transactional
class TicketService {

    private final TicketRepository tickets;
    private final Cases cases;
    private final Conversations conversations;
    private final ServiceLevels serviceLevels;
    private final Clock clock;

    TicketService(
            TicketRepository tickets,
            Cases cases,
            Conversations conversations,
            ServiceLevels serviceLevels,
            Clock clock) {
        this.tickets = tickets;
        this.cases = cases;
        this.conversations = conversations;
        this.serviceLevels = serviceLevels;
        this.clock = clock;
    }

    void open(String number, UUID conversationId, String processInstanceId) {
        var conversation = conversations.required(conversationId);
        var now = clock.instant();
        tickets.saveAndFlush(new Ticket(number, now));
        cases.register(new CaseFile(
                number,
                TicketProcess.KIND,
                conversationId,
                conversation.customer(),
                processInstanceId,
                CaseFile.OPEN,
                CaseFile.NORMAL,
                conversation.queue(),
                conversation.owner(),
                conversation.intent(),
                now,
                null,
                null,
                null));
        conversations.attach(conversationId, number, processInstanceId);
        if (conversation.speaker() != Speaker.AGENT) {
            conversations.giveWord(conversationId, Speaker.PROCESS, null);
        }
    }

    void queue(String number, String queue, String priority, @Nullable String why) {
        tickets.findById(number).ifPresent(ticket -> ticket.hasPriorityBecause(why));
        cases.queued(number, queue, priority);
        cases.find(number).map(CaseFile::conversation).ifPresent(id -> conversations.moveTo(id, queue));
    }

    void close(String number, @Nullable String resolution) {
        var now = clock.instant();
        tickets.findById(number).ifPresent(ticket -> ticket.close(resolution, now));
        serviceLevels.resolved(number, "ticket closed", now);
        cases.close(number, now);
        cases.find(number).map(CaseFile::conversation).ifPresent(id -> conversations.resolve(id, now));
    }
}
