package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The chats that the owner had before the number came to the Cloud API: half a year of them, the newest first, in pieces.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history">Meta,
 *     history</a>
 */
@SandboxOnly
@Component("sandboxOwnerHistory")
class OwnerHistory {

    /** How far back a phase goes. */
    private static final List<Duration> PHASES = List.of(Duration.ofDays(1), Duration.ofDays(90), Duration.ofDays(180));

    /** Files of this age are told of once more, with their id. */
    private static final Duration WITH_FILES = Duration.ofDays(14);

    private static final int DECLINED = 2593109;
    private static final String WHY = "History sync is turned off by the business from the WhatsApp Business App";

    private final Clock clock;
    private final Phones phones;
    private final OwnerApp app;
    private final WebhookQueue queue;
    private final MetaJson json;

    OwnerHistory(Clock clock, Phones phones, OwnerApp app, WebhookQueue queue, MetaJson json) {
        this.clock = clock;
        this.phones = phones;
        this.app = app;
        this.queue = queue;
        this.json = json;
    }

    /** The owner does not want to share it. */
    void decline(Line line) {
        var value = json.object();
        var error = value.putArray("history").addObject().putArray("errors").addObject();
        error.put("code", DECLINED).put("title", WHY).put("message", WHY);
        error.putObject("error_data").put("details", "History sharing is turned off by the business");
        tell(line, value);
    }

    /** @param most messages in a piece */
    void tell(Line line, List<ChatMessage> messages, int most) {
        var oldest = clock.instant().minus(PHASES.get(PHASES.size() - 1));
        long all = messages.stream()
                .filter(message -> message.at().isAfter(oldest))
                .count();
        int told = 0;
        for (int phase = 0; phase < PHASES.size(); phase++) {
            var part = ofPhase(phase, messages);
            for (int from = 0, order = 1; from < part.size(); from += most, order++) {
                var piece = part.subList(from, Math.min(part.size(), from + most));
                told += piece.size();
                tell(line, piece(line, piece, phase, order, (int) (100 * told / all)));
            }
        }
        messages.stream().filter(this::isYoungFile).forEach(message -> tell(line, file(line, message)));
    }

    private List<ChatMessage> ofPhase(int phase, List<ChatMessage> messages) {
        var now = clock.instant();
        var newest = phase == 0 ? now : now.minus(PHASES.get(phase - 1));
        var oldest = now.minus(PHASES.get(phase));
        return messages.stream()
                .filter(message -> !message.at().isAfter(newest) && message.at().isAfter(oldest))
                .toList();
    }

    private ObjectNode piece(Line line, List<ChatMessage> messages, int phase, int order, int progress) {
        var value = json.object();
        var history = value.putArray("history").addObject();
        history.putObject("metadata")
                .put("phase", phase)
                .put("chunk_order", order)
                .put("progress", progress);
        var threads = history.putArray("threads");
        var byPhone = new LinkedHashMap<Digits, ArrayNode>();
        for (var message : messages) {
            byPhone.computeIfAbsent(message.phone(), phone -> threads.addObject()
                            .put("id", phone.value())
                            .putArray("messages"))
                    .add(entry(line, message));
        }
        return value;
    }

    private ObjectNode entry(Line line, ChatMessage message) {
        var entry = whole(line, message);
        if (MediaRules.isMedia(message.type())) {
            entry.remove(message.type());
            entry.put("type", "media_placeholder");
        }
        entry.putObject("history_context").put("status", status(message));
        return entry;
    }

    private ObjectNode whole(Line line, ChatMessage message) {
        return message.direction() == Direction.OUT
                ? app.echo(line, phones.at(message.phone()), message)
                : message.body().deepCopy();
    }

    private static String status(ChatMessage message) {
        return message.status() == ChatMessage.Status.FAILED
                ? "ERROR"
                : message.status().name();
    }

    private boolean isYoungFile(ChatMessage message) {
        return MediaRules.isMedia(message.type())
                && message.at().isAfter(clock.instant().minus(WITH_FILES));
    }

    private ObjectNode file(Line line, ChatMessage message) {
        var value = json.object();
        value.putArray("messages").add(whole(line, message));
        return value;
    }

    private void tell(Line line, ObjectNode value) {
        var change = json.object().put("field", "history").put("complete", true);
        change.set("value", value);
        queue.add(WebhookUpdate.of(Kind.VALUE, line.id(), "", new Digits(line.digits()), change, null));
    }
}
