package app.novelo.sandbox.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What can go wrong between Meta and a business. */
enum FaultKind {
    /** The call is refused with an error code. */
    ERROR(1, 131000, Duration.ZERO),
    /** The call is accepted, the message fails later. */
    STATUS_FAILED(1, 131026, Duration.ZERO),
    /** The answer takes its time. */
    SLOW(1, 0, Duration.ofSeconds(5)),
    /** Nothing is accepted and nothing answered until the delay has passed. */
    HANG(1, 0, Duration.ofMinutes(2)),
    /** The message is accepted, but the connection breaks before the answer. */
    CUT(1, 0, Duration.ZERO),
    /** A gateway's error page. */
    HTTP_500(1, 0, Duration.ZERO),
    /** The whole app is too fast. */
    HTTP_429(1, 4, Duration.ZERO),
    /** The address of a file's bytes has died. */
    MEDIA_EXPIRED(1, 0, Duration.ZERO),
    /** The bytes of a file let wait. */
    MEDIA_SLOW(1, 0, Duration.ofSeconds(5)),
    /** The connection breaks in the middle of a file. */
    MEDIA_CUT(1, 0, Duration.ZERO),
    /** The bytes are not those of the hash. */
    MEDIA_WRONG_HASH(1, 0, Duration.ZERO),
    /** Nobody knows the file's id. */
    MEDIA_GONE(1, 0, Duration.ZERO),
    /** Every webhook comes twice. */
    DUPLICATE_WEBHOOKS(Fault.UNTIL_CLEARED, 0, Duration.ZERO),
    /** Every other update overtakes the one before. */
    REORDER_WEBHOOKS(Fault.UNTIL_CLEARED, 0, Duration.ofMillis(600)),
    /** Statuses come late. */
    LATE_STATUSES(Fault.UNTIL_CLEARED, 0, Duration.ofSeconds(10)),
    /** Webhooks do not get through. */
    WEBHOOK_DOWN(Fault.UNTIL_CLEARED, 0, Duration.ZERO);

    final int usualCount;
    final int usualCode;
    final Duration usualDelay;

    FaultKind(int usualCount, int usualCode, Duration usualDelay) {
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
