package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.SendOutcome.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What each error of the Graph API means for the message, its conversation and its line. Decides on the code: titles
 * change, and the HTTP status alone is not reliable.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta, Error codes</a>
 */
@Component
class GraphErrors {

    /** The service window ends it: {@code Departures} looks before each attempt. */
    private static final int AS_LONG_AS_IT_TAKES = Integer.MAX_VALUE;

    /** An unknown fault of the server: about a quarter of an hour with the send queue's back-off. */
    private static final int CAPPED = 10;

    private static final int LIMITED = 3;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Retry with back-off: rates and passing faults. */
    private static final Set<Integer> RETRIED = Set.of(2, 4, 80007, 130429, 131016, 133004);

    private static final Set<Integer> IN_MAINTENANCE = Set.of(131057, 2494100);

    /** Worth two or three attempts. */
    private static final Set<Integer> LIMITED_RETRY = Set.of(1, 131000);

    /** Too many messages to one customer: Meta asks to wait 4, 16, 64 … seconds, for him alone. */
    private static final int PAIR_RATE = 131056;

    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    /** The number has just been deleted and registered again. */
    private static final int RECENTLY_DELETED = 133015;

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static final Set<Integer> OPTED_OUT = Set.of(131050);

    /** Nothing goes out on this line until a person has acted. */
    private static final Set<Integer> LINE_STOPPED =
            Set.of(0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 133010, 134011);

    private static final int WINDOW_CLOSED = 131047;
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
        int code = error.code();
        if (IN_MAINTENANCE.contains(code)) {
            return later(error, A_MINUTE, AS_LONG_AS_IT_TAKES);
        }
        if (code == PAIR_RATE) {
            return new SendOutcome.Later(error, FOUR_SECONDS, 4, AS_LONG_AS_IT_TAKES);
        }
        if (code == RECENTLY_DELETED) {
            return new SendOutcome.Later(error, FIVE_MINUTES, 1, LIMITED);
        }
        if (RETRIED.contains(code)) {
            return later(error, SOON, AS_LONG_AS_IT_TAKES);
        }
        if (LIMITED_RETRY.contains(code)) {
            return later(error, SOON, LIMITED);
        }
        if (isPermission(code) || LINE_STOPPED.contains(code) && !answer.isMissingNode()) {
            return new SendOutcome.Refused(error, Reason.LINE_STOPPED);
        }
        if (httpStatus == TOO_MANY_REQUESTS) {
            return later(error, SOON, AS_LONG_AS_IT_TAKES);
        }
        return isPassing(httpStatus, answer)
                ? later(error, SOON, CAPPED)
                : new SendOutcome.Refused(error, reason(code));
    }

    private static SendOutcome.Later later(ChannelError error, Duration delay, int most) {
        return new SendOutcome.Later(error, delay, 2, most);
    }

    private static boolean isPermission(int code) {
        return code >= 200 && code <= 299;
    }

    private static boolean isPassing(int httpStatus, JsonNode answer) {
        return answer.path("is_transient").asBoolean() || httpStatus >= SERVER_ERROR;
    }

    private static Reason reason(int code) {
        if (code == WINDOW_CLOSED) {
            return Reason.WINDOW_CLOSED;
        }
        return OPTED_OUT.contains(code) ? Reason.OPTED_OUT : Reason.UNDELIVERABLE;
    }

    private static ChannelError error(int httpStatus, JsonNode answer) {
        var title = answer.path("message").asText("HTTP " + httpStatus);
        var details = answer.path("error_data").path("details").asText(title);
        return new ChannelError(answer.path("code").asInt(httpStatus), title, details);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
