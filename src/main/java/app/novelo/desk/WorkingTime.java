package app.novelo.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One version of a calendar. It never changes. */
public interface WorkingTime {

    String calendar();

    int version();

    /** @throws NeverOpens if it does not open for so long within three years */
    Instant after(Instant from, Duration time);

    Duration between(Instant from, Instant to);

    boolean isOpen(Instant moment);

    Optional<Instant> nextOpening(Instant from);

    /** @return what is open between the two, in order, joined where one follows on the other */
    List<Opening> openings(Instant from, Instant to);

    /** @param closes exclusive */
    record Opening(Instant opens, Instant closes) {

        public Duration length() {
            return Duration.between(opens, closes);
        }
    }
}
