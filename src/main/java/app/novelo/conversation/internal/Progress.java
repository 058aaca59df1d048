package app.novelo.conversation.internal;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Keeps the lease of a file while its bytes come, and ends an attempt that drags on. Technical time. */
final class Progress {

    private final long leaseNanos;
    private final long end;
    private final BooleanSupplier renew;
    private long renewed = System.nanoTime();

    /** @param renew returns false if the lease is lost */
    Progress(MediaSettings settings, BooleanSupplier renew) {
        this.leaseNanos = settings.lease().toNanos();
        this.end = renewed + settings.longest().toNanos();
        this.renew = renew;
    }

    void check() throws IOException {
        long now = System.nanoTime();
        if (now - end > 0) {
            throw new IOException("it takes too long");
        }
        if (now - renewed > leaseNanos / 4) {
            if (!renew.getAsBoolean()) {
                throw new IOException("another node has taken it over");
            }
            renewed = now;
        }
    }
}
