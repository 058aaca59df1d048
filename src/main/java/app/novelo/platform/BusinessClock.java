package app.novelo.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a customer or a manager calls "now". The sandbox moves it forwards; leases, locks and back-off never read it.
 *
 * <p>Microseconds, as PostgreSQL keeps them: an instant read back equals the one written.
 */
public final class BusinessClock extends Clock {

    private final ZoneId zone;
    private final AtomicReference<Duration> offset;

    public BusinessClock(ZoneId zone) {
        this(zone, new AtomicReference<>(Duration.ZERO));
    }

    private BusinessClock(ZoneId zone, AtomicReference<Duration> offset) {
        this.zone = zone;
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** @return the company's time zone */
    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(other, offset);
    }

    public Duration offset() {
        return Objects.requireNonNull(offset.get());
    }

    /** For {@code platform} alone; others ask {@link FastForward}. */
    public void moveTo(Duration newOffset) {
        offset.set(newOffset);
    }
}
