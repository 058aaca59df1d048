package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.internal.UnknownList.UnknownMessage;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages of which nobody knows whether they were sent. A status settles most; the rest a person decides. */
@RestController
class UnknownController {

    private final UnknownList list;
    private final ConversationAccess access;
    private final Settlement settlement;

    UnknownController(UnknownList list, ConversationAccess access, Settlement settlement) {
        this.list = list;
        this.access = access;
        this.settlement = settlement;
    }

    @GetMapping("/api/v1/messages/unknown")
    Page<UnknownMessage> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return list.find(Callers.current(), limit, after);
    }

    /** Says what the person found out, on the customer's phone or by asking him. */
    @PostMapping("/api/v1/conversations/{conversation}/messages/{message}/outcome")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID conversation, @PathVariable UUID message, @RequestBody Outcome outcome) {
        access.visible(Callers.current(), conversation);
        if (outcome.sent == null) {
            throw new BadRequest("sent", "true or false: whether the customer has the message");
        }
        if (!settlement.decide(new Claims.Claim(message, conversation), outcome.sent)) {
            throw new NotFound("message with an unknown outcome");
        }
    }

    /** @param sent true if the customer has it; false takes it as failed, and its process may be retried */
    record Outcome(@Nullable Boolean sent) {}
}
