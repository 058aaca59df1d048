package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.Phone.Reading;
import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries messages between phones and the business, together with the updates that tell of them: both or neither. */
@SandboxOnly
@Service
@Transactional
class Exchange {

    private final Clock clock;
    private final Chats chats;
    private final MessageCourses courses;
    private final Pricing pricing;
    private final Statuses statuses;
    private final Inbound inbound;
    private final WebhookQueue queue;

    Exchange(
            Clock clock,
            Chats chats,
            MessageCourses courses,
            Pricing pricing,
            Statuses statuses,
            Inbound inbound,
            WebhookQueue queue) {
        this.clock = clock;
        this.chats = chats;
        this.courses = courses;
        this.pricing = pricing;
        this.statuses = statuses;
        this.inbound = inbound;
        this.queue = queue;
    }

    /** The customer sends. @param content message object without {@code from} and {@code id} */
    ChatMessage write(Line line, Phone phone, ObjectNode content) {
        var message = inbound.message(line, phone, content);
        chats.add(message);
        var contact = message.type().equals("system") ? null : inbound.contact(phone);
        var item = inbound.asCarried(message);
        queue.add(WebhookUpdate.of(Kind.MESSAGES, line.id(), message.id(), phone.number(), item, contact));
        return message;
    }

    /** The business sends. @param failure why the message cannot be shown */
    ChatMessage accept(SendRequest request, Phone phone, Optional<GraphError> failure) {
        var course = courses.of(request, phone, failure);
        var error = course.error();
        boolean failed = course.end() == ChatMessage.Status.FAILED;
        var message = new ChatMessage(
                Wamid.fresh(phone.number()),
                request.line().id(),
                phone.number(),
                Direction.OUT,
                request.type(),
                request.message(),
                course.end(),
                error == null || !failed ? null : error.code(),
                request.namesPhone() ? "phone" : "user",
                request.callback(),
                failed ? null : pricing.of(request, phone),
                clock.instant());
        chats.add(message);
        course.steps().forEach(step -> statuses.tell(message, phone, step, error));
        return message;
    }

    /** The business has read up to this message. */
    ChatMessage readByBusiness(Line line, String id) {
        var last = chats.find(id)
                .filter(message ->
                        message.direction() == Direction.IN && message.line().equals(line.id()))
                .orElseThrow(() -> new GraphError(131009, "The message does not exist"));
        chats.readUpTo(last);
        return last;
    }

    /** Somebody looks at the chat. @return whether a message became read by it */
    boolean readByCustomer(Phone phone, String id) {
        var last = chats.find(id).filter(message -> isFor(phone, message));
        if (last.isEmpty() || phone.reading() != Reading.SHOWN) {
            return false;
        }
        var moved = chats.readUpTo(last.get());
        moved.forEach(message -> statuses.tell(message, phone, new Course.Step("read", Duration.ZERO), null));
        return !moved.isEmpty();
    }

    /** Somebody listens to a voice note. @return whether he had not before */
    boolean played(Phone phone, String id) {
        var note = chats.find(id)
                .filter(message -> isFor(phone, message) && message.type().equals("audio"));
        if (note.isEmpty() || phone.reading() == Reading.NEVER || !chats.played(id)) {
            return false;
        }
        statuses.tell(note.get(), phone, new Course.Step("played", Duration.ZERO), null);
        return true;
    }

    private static boolean isFor(Phone phone, ChatMessage message) {
        return message.phone().equals(phone.number()) && message.direction() == Direction.OUT;
    }
}
