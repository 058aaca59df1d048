package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.ChatMessage.Status;
import app.novelo.sandbox.internal.Phone.Reading;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an accepted message, and what the business hears of it in which order.
 *
 * @param end what the phone has in the end
 * @param error of a step {@code failed}
 */
record Course(Status end, List<Step> steps, @Nullable GraphError error) {

    /** @param after real time from the acceptance */
    record Step(String status, Duration after) {}

    private static final Step SENT = new Step("sent", Duration.ZERO);
    private static final Step DELIVERED = new Step("delivered", Duration.ofMillis(150));
    private static final Step READ = new Step("read", Duration.ofMillis(700));
    private static final Step FAILED = new Step("failed", Duration.ofMillis(150));

    static Course failed(GraphError error) {
        return new Course(Status.FAILED, List.of(FAILED), error);
    }

    /** WhatsApp tells no more of reactions than that they were sent. */
    static Course usual(String type, Phone phone) {
        if (type.equals("reaction")) {
            return new Course(Status.SENT, List.of(SENT), null);
        }
        return phone.reading() == Reading.ALWAYS
                ? new Course(Status.READ, List.of(SENT, DELIVERED, READ), null)
                : new Course(Status.DELIVERED, List.of(SENT, DELIVERED), null);
    }

    static Course of(Fault fault, Course usual) {
        var error = fault.code() == 0 ? null : GraphError.of(fault.code());
        return switch (fault.kind()) {
            case STATUS_FAILED -> new Course(Status.FAILED, List.of(FAILED), error);
            case FAILED_AFTER_SENT -> new Course(Status.FAILED, List.of(SENT, FAILED), error);
            case SENT_AFTER_FAILED -> new Course(Status.FAILED, List.of(FAILED, later(SENT)), error);
            case DELIVERED_AFTER_FAILED -> new Course(Status.DELIVERED, List.of(SENT, FAILED, later(DELIVERED)), error);
            case DELIVERED_SKIPPED -> new Course(Status.READ, List.of(SENT, READ), null);
            case READ_BEFORE_DELIVERED ->
                new Course(Status.READ, List.of(SENT, new Step("read", DELIVERED.after()), later(DELIVERED)), null);
            case UNKNOWN_STATUS ->
                new Course(usual.end(), List.of(SENT, new Step("teleported", Duration.ZERO), DELIVERED), null);
            default -> new Course(usual.end(), List.of(), null); // STATUSES_LOST
        };
    }

    private static Step later(Step step) {
        return new Step(step.status(), Duration.ofMillis(700));
    }
}
