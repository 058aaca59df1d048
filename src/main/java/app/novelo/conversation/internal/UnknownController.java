package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages of which nobody knows whether they were sent. A status settles most; the rest a person decides. */
@RestController
class UnknownController {

    private final JdbcClient jdbc;
    private final ConversationAccess access;
    private final Settlement settlement;

    UnknownController(JdbcClient jdbc, ConversationAccess access, Settlement settlement) {
        this.jdbc = jdbc;
        this.access = access;
        this.settlement = settlement;
    }

    /** For managers, the longest waiting first. */
    @GetMapping("/api/v1/messages/unknown")
    Page<UnknownMessage> list() {
        Callers.managersOnly();
        return new Page<>(
                jdbc.sql(
                                "select message, conversation, at from conversation.outgoing where state = 'UNKNOWN' order by at limit 200")
                        .query((row, n) ->
                                new UnknownMessage(row.getString(1), row.getString(2), Sql.instant(row, "at")))
                        .list(),
                null);
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

    /** @param at business time of the message */
    record UnknownMessage(String id, String conversation, Instant at) {}

    /** @param sent true if the customer has it; false takes it as failed, and its process may be retried */
    record Outcome(@Nullable Boolean sent) {}
}
