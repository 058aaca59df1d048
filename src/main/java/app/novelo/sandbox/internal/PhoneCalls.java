package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.ChatMessage.Status;
import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls of customers, told in the webhook field {@code calls}: they ring, and they end.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/calling/reference">Meta, Calling</a>
 */
@SandboxOnly
@Service
@Transactional
class PhoneCalls {

    /** Seconds that it rings before anything happens. */
    private static final int RINGING = 20;

    private static final String OFFER = "v=0\r\no=- 7669997803033704573 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";

    /** How a call ended. */
    enum Outcome {
        /** Nobody answered. */
        @JsonProperty("missed")
        MISSED,
        /** The company refused. */
        @JsonProperty("declined")
        DECLINED,
        /** They talked. */
        @JsonProperty("completed")
        COMPLETED
    }

    private final Clock clock;
    private final Chats chats;
    private final Inbound inbound;
    private final WebhookQueue queue;

    PhoneCalls(Clock clock, Chats chats, Inbound inbound, WebhookQueue queue) {
        this.clock = clock;
        this.chats = chats;
        this.inbound = inbound;
        this.queue = queue;
    }

    ChatMessage call(Line line, Phone phone, Outcome outcome, int seconds) {
        var id = Wamid.ofCall(phone.number());
        var began = clock.instant();
        var ended = began.plusSeconds(outcome == Outcome.COMPLETED ? seconds : outcome == Outcome.MISSED ? RINGING : 3);
        var connect = event(line, phone, id, "connect", began);
        connect.putObject("session").put("sdp_type", "offer").put("sdp", OFFER);
        var terminate = event(line, phone, id, "terminate", ended);
        end(terminate, outcome, began, ended, seconds);
        queue.add(WebhookUpdate.of(Kind.CALLS, line.id(), id, phone.number(), connect, inbound.contact(phone)));
        queue.add(WebhookUpdate.of(Kind.CALLS, line.id(), id, phone.number(), terminate, inbound.contact(phone)));
        return keep(line, phone, id, outcome, seconds);
    }

    private ObjectNode event(Line line, Phone phone, String id, String event, Instant at) {
        var call = inbound.from(phone).put("id", id).put("to", line.digits()).put("event", event);
        return call.put("direction", "USER_INITIATED").put("timestamp", Long.toString(at.getEpochSecond()));
    }

    private static void end(ObjectNode call, Outcome outcome, Instant began, Instant ended, int seconds) {
        if (outcome == Outcome.COMPLETED) {
            call.put("status", "COMPLETED").put("duration", seconds);
            call.put("start_time", Long.toString(began.getEpochSecond()));
            call.put("end_time", Long.toString(ended.getEpochSecond()));
        } else {
            call.put("status", outcome == Outcome.MISSED ? "FAILED" : "REJECTED");
        }
    }

    /** What the phone shows of it. */
    private ChatMessage keep(Line line, Phone phone, String id, Outcome outcome, int seconds) {
        var body = inbound.from(phone).put("id", id).put("type", "call");
        body.putObject("call")
                .put("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
                .put("seconds", seconds);
        var call = new ChatMessage(
                id,
                line.id(),
                phone.number(),
                Direction.IN,
                "call",
                body,
                Status.DELIVERED,
                null,
                "phone",
                null,
                null,
                clock.instant());
        chats.add(call);
        return call;
    }
}
