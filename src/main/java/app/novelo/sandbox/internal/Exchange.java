package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.ChatMessage.Status;
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

    /** The customer service window, from the customer's last message. */
    private static final Duration WINDOW = Duration.ofHours(24);

    private static final Duration TO_PHONE = Duration.ofMillis(150);
    private static final Duration TO_EYES = Duration.ofMillis(700);

    private final Clock clock;
    private final Chats chats;
    private final Statuses statuses;
    private final Inbound inbound;
    private final WebhookQueue queue;
    private final Disorder disorder;

    Exchange(Clock clock, Chats chats, Statuses statuses, Inbound inbound, WebhookQueue queue, Disorder disorder) {
        this.clock = clock;
        this.chats = chats;
        this.statuses = statuses;
        this.inbound = inbound;
        this.queue = queue;
        this.disorder = disorder;
    }

    /** The customer sends. @param content message object without {@code from} and {@code id} */
    ChatMessage write(Phone phone, ObjectNode content) {
        var message = inbound.message(phone, content);
        chats.add(message);
        var update = new WebhookUpdate(
                0, Kind.MESSAGES, message.id(), phone.number(), message.body(), inbound.contact(phone), 0);
        queue.add(update, disorder.ofMessage());
        return message;
    }

    /** The business sends. @param fault why the message must fail; empty = as Meta would have it */
    ChatMessage accept(SendRequest request, Phone phone, Optional<GraphError> fault) {
        var error = fault.or(() -> failure(request, phone));
        var status = error.isPresent() ? Status.FAILED : reached(request, phone);
        var message = new ChatMessage(
                Wamid.fresh(phone.number()),
                phone.number(),
                Direction.OUT,
                request.type(),
                request.message(),
                status,
                error.map(GraphError::code).orElse(null),
                request.namesPhone() ? "phone" : "user",
                request.callback(),
                clock.instant());
        chats.add(message);
        error.ifPresentOrElse(
                e -> statuses.tellFailure(message, phone, e, TO_PHONE), () -> tellSuccess(message, phone));
        return message;
    }

    private Optional<GraphError> failure(SendRequest request, Phone phone) {
        var open = chats.lastFromCustomer(phone.number())
                .filter(last -> clock.instant().isBefore(last.plus(WINDOW)))
                .isPresent();
        if (!open) {
            return Optional.of(GraphError.of(131047));
        }
        return request.type().equals("reaction") ? reactionFailure(request) : Optional.empty();
    }

    private Optional<GraphError> reactionFailure(SendRequest request) {
        var target = request.body().path("reaction").path("message_id").asText();
        var possible = chats.find(target).filter(message -> !message.type().equals("reaction"));
        return possible.isPresent()
                ? Optional.empty()
                : Optional.of(new GraphError(131009, "The message to react to does not exist or is a reaction"));
    }

    private static Status reached(SendRequest request, Phone phone) {
        if (request.type().equals("reaction")) {
            return Status.SENT; // WhatsApp tells no more of reactions
        }
        return phone.reading() == Reading.ALWAYS ? Status.READ : Status.DELIVERED;
    }

    private void tellSuccess(ChatMessage message, Phone phone) {
        statuses.tell(message, phone, "sent", Duration.ZERO);
        if (message.status() != Status.SENT) {
            statuses.tell(message, phone, "delivered", TO_PHONE);
        }
        if (message.status() == Status.READ) {
            statuses.tell(message, phone, "read", TO_EYES);
        }
    }

    /** The business has read up to this message. */
    ChatMessage readByBusiness(String id) {
        var last = chats.find(id)
                .filter(message -> message.direction() == Direction.IN)
                .orElseThrow(() -> new GraphError(131009, "The message does not exist"));
        chats.readUpTo(last);
        return last;
    }

    /** Somebody looks at the chat. @return whether a message became read by it */
    boolean readByCustomer(Phone phone, String id) {
        var last = chats.find(id)
                .filter(message -> message.phone().equals(phone.number()) && message.direction() == Direction.OUT);
        if (last.isEmpty() || phone.reading() != Reading.SHOWN) {
            return false;
        }
        var moved = chats.readUpTo(last.get());
        moved.forEach(message -> statuses.tell(message, phone, "read", Duration.ZERO));
        return !moved.isEmpty();
    }
}
