package app.novelo.casework.internal;

import app.novelo.casework.CaseCommand;
import app.novelo.casework.internal.CaseDesk.Place;
import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.OnlyRead;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import app.novelo.platform.UserDirectory;
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

    /** A note is for the next colleague, not a document; characters. */
    private static final int LONGEST_NOTE = 2000;

    private final ConversationAccess access;
    private final CaseDesk desk;
    private final UserDirectory users;
    private final Clock clock;

    ConversationActController(ConversationAccess access, CaseDesk desk, UserDirectory users, Clock clock) {
        this.access = access;
        this.desk = desk;
        this.users = users;
        this.clock = clock;
    }

    /** To a queue, where everybody may take it, or to a person. */
    @PostMapping("/transfer")
    void transfer(@PathVariable UUID id, @RequestBody Transfer transfer) {
        var caller = caller(id);
        if (transfer.queue != null && transfer.agent == null) {
            desk.toQueue(caller, new Place(id, transfer.caseNumber), transfer.queue, note(transfer.note));
        } else if (transfer.agent != null && transfer.queue == null) {
            desk.toAgent(caller, new Place(id, transfer.caseNumber), known(transfer.agent), note(transfer.note));
        } else {
            throw new BadRequest("queue", "either a queue or an agent");
        }
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
        desk.order(caller, new Place(id, snooze.caseNumber), command, note(snooze.note));
    }

    /** The need is met. Of a conversation without a case, there was none. */
    @PostMapping("/resolve")
    void resolve(@PathVariable UUID id, @RequestBody Resolve resolve) {
        desk.order(
                caller(id),
                new Place(id, resolve.caseNumber),
                new CaseCommand.Resolve(resolve.reason),
                note(resolve.note));
    }

    private Caller caller(UUID conversation) {
        var caller = Callers.current();
        if (access.visible(caller, conversation).imported()) {
            throw new OnlyRead();
        }
        return caller;
    }

    private String known(String agent) {
        return users.find(agent)
                .map(Caller::id)
                .orElseThrow(() -> new BadRequest("agent", "there is nobody of that id"));
    }

    private static @Nullable String note(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new BadRequest("note", "at most " + LONGEST_NOTE + " characters");
        }
        return note == null || note.isBlank() ? null : note.strip();
    }

    record Transfer(
            @JsonProperty("case") @Nullable String caseNumber,
            @Nullable String queue,
            @Nullable String agent,
            @Nullable String note) {}

    record Snooze(
            @JsonProperty("case") @Nullable String caseNumber,
            @Nullable Instant until,
            @Nullable Boolean onReply,
            @Nullable String note) {}

    record Resolve(@JsonProperty("case") @Nullable String caseNumber, @Nullable String reason, @Nullable String note) {}
}
