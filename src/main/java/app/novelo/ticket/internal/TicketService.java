package app.novelo.ticket.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseCourse;
import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.desk.Queues;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
    private final CaseActs acts;
    private final CaseCourse course;
    private final Queues queues;
    private final Clock clock;

    TicketService(
            TicketRepository tickets,
            Cases cases,
            Conversations conversations,
            CaseActs acts,
            CaseCourse course,
            Queues queues,
            Clock clock) {
        this.tickets = tickets;
        this.cases = cases;
        this.conversations = conversations;
        this.acts = acts;
        this.course = course;
        this.queues = queues;
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

    /** A queue that no longer exists is answered with triage, never with nobody. */
    void transfer(String number, @Nullable String queue) {
        var by = cases.find(number).map(CaseFile::owner).orElse(null);
        acts.moveToQueue(number, queues.existing(queue), new Act("transfer", null, by));
    }

    boolean isResolved(String number) {
        return cases.find(number).map(CaseFile::isResolved).orElse(false);
    }

    void settle(String number, @Nullable String resolution) {
        course.resolve(number, String.valueOf(resolution));
        tickets.findById(number).ifPresent(ticket -> ticket.resolve(resolution, clock.instant()));
    }

    /** @return when the task that comes next is due */
    Optional<Instant> goOn(String number) {
        return course.goesOn(number, "resumed");
    }

    /** @return when the task that comes next is due */
    Optional<Instant> reopen(String number) {
        var due = course.reopen(number, "customerCameBack");
        tickets.findById(number).ifPresent(Ticket::reopen);
        return due;
    }

    void close(String number) {
        course.close(number, "timeToReopenOver");
        tickets.findById(number).ifPresent(ticket -> ticket.close(clock.instant()));
    }
}
