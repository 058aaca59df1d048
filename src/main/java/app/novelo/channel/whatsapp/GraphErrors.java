package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.SendOutcome.Reason;
import app.novelo.channel.whatsapp.ErrorTable.Behaviour;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What an answer of the Graph API means for the message, its conversation and its line. Decides on the code by
 * {@link ErrorTable}: titles change, and the HTTP status alone is not reliable.
 */
@Component
class GraphErrors {

    /** The service window ends it: {@code Departures} looks before each attempt. */
    private static final int AS_LONG_AS_IT_TAKES = Integer.MAX_VALUE;

    /** An unknown fault of the server: about a quarter of an hour with the send queue's back-off. */
    private static final int CAPPED = 10;

    private static final int LIMITED = 3;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** Token expired or revoked; what Meta's 0 means too. */
    static final int NO_ACCESS = 190;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final ObjectMapper json;

    GraphErrors(ObjectMapper json) {
        this.json = json;
    }

    /** The request never left: certainly not sent. */
    SendOutcome unreachable(IOException e) {
        var error =
                new ChannelError(0, "WhatsApp cannot be reached", e.getClass().getSimpleName());
        return later(error, SOON, AS_LONG_AS_IT_TAKES);
    }

    SendOutcome outcome(int httpStatus, byte[] body) {
        var answer = read(body).path("error");
        var error = error(httpStatus, answer);
        return answer.has("code")
                ? ErrorTable.of(error.code())
                        .map(behaviour -> outcome(behaviour, error))
                        .orElseGet(() -> unknown(httpStatus, answer, error))
                : unknown(httpStatus, answer, error);
    }

    private static SendOutcome outcome(Behaviour behaviour, ChannelError error) {
        return switch (behaviour) {
            case RETRY -> later(error, SOON, AS_LONG_AS_IT_TAKES);
            case AFTER_MINUTES -> later(error, A_MINUTE, AS_LONG_AS_IT_TAKES);
            case PAIR_RATE -> new SendOutcome.Later(error, FOUR_SECONDS, 4, AS_LONG_AS_IT_TAKES);
            case AFTER_FIVE_MINUTES -> new SendOutcome.Later(error, FIVE_MINUTES, 1, LIMITED);
            case LIMITED -> later(error, SOON, LIMITED);
            case LINE_STOPPED, WINDOW_CLOSED, OPTED_OUT, TEMPLATE_UNAVAILABLE, REFUSED ->
                new SendOutcome.Refused(error, reason(behaviour));
        };
    }

    private static SendOutcome unknown(int httpStatus, JsonNode answer, ChannelError error) {
        if (httpStatus == TOO_MANY_REQUESTS) {
            return later(error, SOON, AS_LONG_AS_IT_TAKES);
        }
        return answer.path("is_transient").asBoolean() || httpStatus >= SERVER_ERROR
                ? later(error, SOON, CAPPED)
                : new SendOutcome.Refused(error, Reason.UNDELIVERABLE);
    }

    /** What fails a message that was accepted is final for it, whatever else the code asks for. */
    static Reason meaning(int code) {
        return ErrorTable.of(code).map(GraphErrors::reason).orElse(Reason.UNDELIVERABLE);
    }

    private static Reason reason(Behaviour behaviour) {
        return switch (behaviour) {
            case LINE_STOPPED -> Reason.LINE_STOPPED;
            case WINDOW_CLOSED -> Reason.WINDOW_CLOSED;
            case OPTED_OUT -> Reason.OPTED_OUT;
            case TEMPLATE_UNAVAILABLE -> Reason.TEMPLATE_UNAVAILABLE;
            default -> Reason.UNDELIVERABLE;
        };
    }

    private static SendOutcome.Later later(ChannelError error, Duration delay, int most) {
        return new SendOutcome.Later(error, delay, 2, most);
    }

    private static ChannelError error(int httpStatus, JsonNode answer) {
        var title = answer.path("message").asText("HTTP " + httpStatus);
        var details = answer.path("error_data").path("details").asText(title);
        int code = answer.path("code").asInt(httpStatus);
        return new ChannelError(code == 0 ? NO_ACCESS : code, title, details);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
