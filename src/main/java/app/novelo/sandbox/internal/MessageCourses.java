package app.novelo.sandbox.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides what becomes of a message that the business sends: as a fault demands, else as Meta would have it. */
@SandboxOnly
@Component
class MessageCourses {

    private static final Set<FaultKind> FAULTS = FaultKind.Group.STATUSES.without(FaultKind.LATE_STATUSES);

    private final Windows windows;
    private final Permissions permissions;
    private final Chats chats;
    private final Faults faults;

    MessageCourses(Windows windows, Permissions permissions, Chats chats, Faults faults) {
        this.windows = windows;
        this.permissions = permissions;
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
        boolean open = windows.isOpen(request.line(), phone);
        return permissions.failure(request, phone, open).or(() -> reactionFailure(request));
    }

    private Optional<GraphError> reactionFailure(SendRequest request) {
        if (!request.type().equals("reaction")) {
            return Optional.empty();
        }
        var target = request.body().path("reaction").path("message_id").asText();
        var possible = chats.find(target).filter(message -> !message.type().equals("reaction"));
        return possible.isPresent()
                ? Optional.empty()
                : Optional.of(new GraphError(131009, "The message to react to does not exist or is a reaction"));
    }
}
