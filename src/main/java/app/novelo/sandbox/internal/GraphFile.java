package app.novelo.sandbox.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as Meta keeps it.
 *
 * @param phone of the customer who sent it; null if the company uploaded it
 * @param mimeType as claimed, as is {@code filename}
 * @param sha256 base64
 * @param size bytes
 * @param at business time
 */
record GraphFile(
        String id, @Nullable Digits phone, String mimeType, String filename, String sha256, long size, Instant at) {

    private static final Duration OF_CUSTOMER = Duration.ofDays(7);
    private static final Duration OF_COMPANY = Duration.ofDays(30);

    Instant until() {
        return at.plus(phone == null ? OF_COMPANY : OF_CUSTOMER);
    }

    @Nullable
    String phoneDigits() {
        return phone == null ? null : phone.value();
    }
}
