package app.novelo.sandbox.internal;

import static app.novelo.sandbox.internal.FaultKind.Group.INBOUND;
import static app.novelo.sandbox.internal.FaultKind.Group.MEDIA;
import static app.novelo.sandbox.internal.FaultKind.Group.SENDING;
import static app.novelo.sandbox.internal.FaultKind.Group.STATUSES;
import static app.novelo.sandbox.internal.FaultKind.Group.WEBHOOKS;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can go wrong between Meta and a business. */
enum FaultKind {
    /** The call is refused with an error code. */
    ERROR(SENDING, 1, 131000, Duration.ZERO),
    /** The access token has expired. */
    TOKEN_EXPIRED(SENDING, 1, 190, Duration.ZERO),
    /** The line is being moved to a higher throughput. */
    LINE_MAINTENANCE(SENDING, Fault.UNTIL_CLEARED, 131057, Duration.ZERO),
    /** The answer takes its time. */
    SLOW(SENDING, 1, 0, Duration.ofSeconds(5)),
    /** Nothing is accepted and nothing answered until the delay has passed. */
    HANG(SENDING, 1, 0, Duration.ofMinutes(2)),
    /** The message is accepted, but the connection breaks before the answer. */
    CUT(SENDING, 1, 0, Duration.ZERO),
    /** The connection breaks before anything is accepted. */
    CUT_BEFORE(SENDING, 1, 0, Duration.ZERO),
    /** A gateway's error page. */
    HTTP_500(SENDING, 1, 0, Duration.ZERO),
    /** A gateway got no proper answer. */
    HTTP_502(SENDING, 1, 0, Duration.ZERO),
    /** A gateway is overloaded. */
    HTTP_503(SENDING, 1, 0, Duration.ZERO),
    /** The message is accepted, but a gateway gave up waiting for the answer. */
    HTTP_504(SENDING, 1, 0, Duration.ZERO),
    /** The whole app is too fast. */
    HTTP_429(SENDING, 1, 4, Duration.ZERO),
    /** The message is accepted, and the answer is no JSON. */
    GARBAGE_ANSWER(SENDING, 1, 0, Duration.ZERO),
    /** The message is accepted, and its statuses arrive before the answer. */
    STATUS_BEFORE_ANSWER(SENDING, 1, 0, Duration.ofSeconds(1)),
    /** A read mark is refused with an error code. */
    RECEIPT_ERROR(SENDING, 1, 131000, Duration.ZERO),

    /** The address of a file's bytes has died. */
    MEDIA_EXPIRED(MEDIA, 1, 0, Duration.ZERO),
    /** The bytes of a file let wait. */
    MEDIA_SLOW(MEDIA, 1, 0, Duration.ofSeconds(5)),
    /** The connection breaks in the middle of a file. */
    MEDIA_CUT(MEDIA, 1, 0, Duration.ZERO),
    /** The bytes are not those of the hash. */
    MEDIA_WRONG_HASH(MEDIA, 1, 0, Duration.ZERO),
    /** Nobody knows the file's id. */
    MEDIA_GONE(MEDIA, 1, 0, Duration.ZERO),

    /** The call is accepted, the message fails later. */
    STATUS_FAILED(STATUSES, 1, 131026, Duration.ZERO),
    /** {@code failed} comes after {@code sent}. */
    FAILED_AFTER_SENT(STATUSES, 1, 131026, Duration.ZERO),
    /** A late {@code sent} comes after {@code failed}. */
    SENT_AFTER_FAILED(STATUSES, 1, 131026, Duration.ZERO),
    /** {@code delivered} comes after {@code failed}: the message did arrive. */
    DELIVERED_AFTER_FAILED(STATUSES, 1, 131026, Duration.ZERO),
    /** Of a message that was read only {@code read} is told. */
    DELIVERED_SKIPPED(STATUSES, 1, 0, Duration.ZERO),
    /** {@code read} comes before {@code delivered}. */
    READ_BEFORE_DELIVERED(STATUSES, 1, 0, Duration.ZERO),
    /** A status has a word that nobody has documented. */
    UNKNOWN_STATUS(STATUSES, 1, 0, Duration.ZERO),
    /** The message arrives, and nothing tells of it. */
    STATUSES_LOST(STATUSES, Fault.UNTIL_CLEARED, 0, Duration.ZERO),
    /** Statuses come late. */
    LATE_STATUSES(STATUSES, Fault.UNTIL_CLEARED, 0, Duration.ofSeconds(10)),

    /** Webhooks do not get through. */
    WEBHOOK_DOWN(WEBHOOKS, Fault.UNTIL_CLEARED, 0, Duration.ZERO),
    /** Every webhook comes twice. */
    DUPLICATE_WEBHOOKS(WEBHOOKS, Fault.UNTIL_CLEARED, 0, Duration.ZERO),
    /** Every other update overtakes the one before. */
    REORDER_WEBHOOKS(WEBHOOKS, Fault.UNTIL_CLEARED, 0, Duration.ofMillis(600)),
    /** Updates are gathered for a while and come in one body. */
    WEBHOOK_BATCH(WEBHOOKS, Fault.UNTIL_CLEARED, 0, Duration.ofSeconds(3)),
    /** A webhook is signed with another key; it is offered again with the right one. */
    WRONG_SIGNATURE(WEBHOOKS, 1, 0, Duration.ZERO),
    /** Among the elements of a webhook stand some of the wrong shape. */
    GARBAGE_ELEMENT(WEBHOOKS, 1, 0, Duration.ZERO),
    /** A webhook also carries a field that nobody subscribed to. */
    UNKNOWN_FIELD(WEBHOOKS, 1, 0, Duration.ZERO),
    /** A webhook also tells of a line that is not ours. */
    FOREIGN_LINE(WEBHOOKS, 1, 0, Duration.ZERO),
    /** A webhook also carries errors of its own, about no message. */
    VALUE_ERRORS(WEBHOOKS, 1, 131000, Duration.ZERO),

    /** The customer's message is of a type that nobody has documented. */
    UNKNOWN_TYPE(INBOUND, 1, 0, Duration.ZERO),
    /** WhatsApp does not hand the customer's message over: type not supported. */
    UNSUPPORTED(INBOUND, 1, 131051, Duration.ZERO),
    /** WhatsApp cannot hand the customer's message over for now: first of an advertisement, second device. */
    MESSAGE_UNAVAILABLE(INBOUND, 1, 131060, Duration.ZERO),
    /** The customer's message lacks the object that its type names. */
    EMPTY_MESSAGE(INBOUND, 1, 131000, Duration.ZERO);

    enum Group {
        SENDING,
        STATUSES,
        WEBHOOKS,
        INBOUND,
        MEDIA;

        /** @return the kinds that a message may meet once each, {@code others} left out */
        Set<FaultKind> without(FaultKind... others) {
            return Arrays.stream(FaultKind.values())
                    .filter(kind -> kind.group == this && !Arrays.asList(others).contains(kind))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
        }
    }

    final Group group;
    final int usualCount;
    final int usualCode;
    final Duration usualDelay;

    FaultKind(Group group, int usualCount, int usualCode, Duration usualDelay) {
        this.group = group;
        this.usualCount = usualCount;
        this.usualCode = usualCode;
        this.usualDelay = usualDelay;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FaultKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such fault: " + word));
    }
}
