package app.novelo.desk.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calendar that never closes. */
record AroundTheClock() implements WorkingTime {

    @Override
    public String calendar() {
        return Calendars.CLOCK;
    }

    @Override
    public int version() {
        return 0;
    }

    @Override
    public Instant after(Instant from, Duration time) {
        return from.plus(time);
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    @Override
    public boolean isOpen(Instant moment) {
        return true;
    }

    @Override
    public Optional<Instant> nextOpening(Instant from) {
        return Optional.of(from);
    }

    @Override
    public List<Opening> openings(Instant from, Instant to) {
        return from.isBefore(to) ? List.of(new Opening(from, to)) : List.of();
    }
}
