package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Telephone calls, cloud-api's field {@code calls}: one begins with {@code connect} and ends with {@code terminate}, and
 * both name the same id. Nobody picks up here, so what ends without having been talked is missed.
 */
final class Calls {

    private Calls() {}

    /** Ours to customers are no entries in the thread. */
    static boolean isOfCustomer(JsonNode call) {
        return !call.path("direction").asText().toUpperCase(Locale.ROOT).startsWith("BUSINESS");
    }

    static Reading read(JsonNode call) {
        boolean ended = call.path("event").asText().equals("terminate");
        var seconds = Fields.whole(call.path("duration"));
        var outcome = ended ? outcome(call, seconds) : "ringing";
        return Reading.of(null, new Content.Call(outcome, true, seconds));
    }

    /** A start is told, and a duration, if somebody picked up. */
    private static String outcome(JsonNode call, @Nullable Long seconds) {
        if (seconds != null && seconds > 0 || Fields.instant(call.path("start_time")) != null) {
            return "completed";
        }
        return switch (call.path("status").asText().toUpperCase(Locale.ROOT)) {
            case "REJECTED", "DECLINED", "BUSY" -> "declined";
            default -> "missed";
        };
    }
}
