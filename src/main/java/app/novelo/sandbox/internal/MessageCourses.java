package app.novelo.sandbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides what becomes of a message that the business sends: as a fault demands, else as Meta would have it. */
@SandboxOnly
@Component
class MessageCourses {

    /** The customer service window, from the customer's last message or call. */
    private static final Duration WINDOW = Duration.ofHours(24);

    private static final Set<FaultKind> FAULTS = FaultKind.Group.STATUSES.without(FaultKind.LATE_STATUSES);

    private final Clock clock;
    private final Chats chats;
    private final Faults faults;

    MessageCourses(Clock clock, Chats chats, Faults faults) {
        this.clock = clock;
        this.chats = chats;
        this.faults = faults;
    }

    /** @param failure what makes it fail in any case */
    Course of(SendRequest request, Phone phone, Optional<GraphError> failure) {
        var usual = failure.or(() -> failure(request, phone))
                .map(Course::failed)
                .orElseGet(() -> Course.usual(request.type(), phone));
        return faults.next(FAULTS, request.line().id(), phone.number().value())
                .map(fault -> Course.of(fault, usual))
                .orElse(usual);
    }

    private Optional<GraphError> failure(SendRequest request, Phone phone) {
        var open = chats.lastFromCustomer(request.line().id(), phone.number())
                .filter(last -> clock.instant().isBefore(last.plus(WINDOW)))
                .isPresent();
        if (!open && request.filled() == null) {
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
}
