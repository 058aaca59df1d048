package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseCommand;
import app.novelo.casework.internal.CaseDesk.Place;
import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.OnlyRead;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with the case of a conversation they may see. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class ConversationActController {

    private final ConversationAccess access;
    private final CaseDesk desk;
    private final ActRequests requests;
    private final Clock clock;

    ConversationActController(ConversationAccess access, CaseDesk desk, ActRequests requests, Clock clock) {
        this.access = access;
        this.desk = desk;
        this.requests = requests;
        this.clock = clock;
    }

    /** To a queue, where everybody may take it, or to a person. */
    @PostMapping("/transfer")
    void transfer(@PathVariable UUID id, @RequestBody ActRequests.Transfer transfer) {
        var caller = caller(id);
        var place = new Place(id, transfer.caseNumber());
        requests.transfer(
                transfer,
                (queue, note) -> desk.toQueue(caller, place, queue, note),
                (agent, note) -> desk.toAgent(caller, place, agent, note));
    }

    /** Puts it aside until a moment, or until the customer writes; his message ends every wait. */
    @PostMapping("/snooze")
    void snooze(@PathVariable UUID id, @RequestBody Snooze snooze) {
        var caller = caller(id);
        if (Boolean.TRUE.equals(snooze.onReply) == (snooze.until != null)) {
            throw new BadRequest("until", "either a moment or onReply");
        }
        if (snooze.until != null && !snooze.until.isAfter(clock.instant())) {
            throw new BadRequest("until", "lies in the past");
        }
        var command = snooze.until == null ? new CaseCommand.AwaitReply() : new CaseCommand.Snooze(snooze.until);
        desk.order(caller, new Place(id, snooze.caseNumber), command, Act.note(snooze.note));
    }

    /** The need is met. Of a conversation without a case, there was none. */
    @PostMapping("/resolve")
    void resolve(@PathVariable UUID id, @RequestBody Resolve resolve) {
        desk.order(
                caller(id),
                new Place(id, resolve.caseNumber),
                new CaseCommand.Resolve(resolve.reason),
                Act.note(resolve.note));
    }

    private Caller caller(UUID conversation) {
        var caller = Callers.current();
        if (access.visible(caller, conversation).imported()) {
            throw new OnlyRead();
        }
        return caller;
    }

    record Snooze(
            @JsonProperty("case") @Nullable String caseNumber,
            @Nullable Instant until,
            @Nullable Boolean onReply,
            @Nullable String note) {}

    record Resolve(@JsonProperty("case") @Nullable String caseNumber, @Nullable String reason, @Nullable String note) {}
}
