package app.novelo.followup.internal;

import app.novelo.casework.ToldMoment;
import app.novelo.followup.internal.WhenReader.When;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moments that people name, in whichever way. */
@Component
class Moments {

    /** Nobody plans for later; what lies beyond is a slip of the pen. */
    private static final Duration FARTHEST = Duration.ofDays(5 * 366);

    private final DueMoments moments;
    private final Clock clock;
    private final ZoneId zone;

    Moments(DueMoments moments, NoveloSettings settings, Clock clock) {
        this.moments = moments;
        this.zone = settings.timeZone();
        this.clock = clock;
    }

    /**
     * @param wanted as it was said
     * @param dueAt in business time
     * @param rest of the line without it
     */
    record Meant(Instant wanted, Instant dueAt, String rest) {}

    /**
     * @param queue whose opening hours count
     * @throws BadRequest if no moment is named, or one that is over or does not exist
     */
    Meant inWords(String text, String queue, boolean exact) {
        try {
            var found = WhenReader.read(text, clock.instant().atZone(zone))
                    .orElseThrow(() -> new BadRequest(
                            "when", "names no moment; such as \"amanhã 15h\", \"sexta 9h\", \"em 3 dias\""));
            var wanted = wanted(found, queue);
            return new Meant(wanted, checked("when", moments.moved(wanted, queue, exact)), found.rest());
        } catch (WhenReader.InThePast e) {
            throw new BadRequest("when", e.getMessage() + " is over");
        } catch (WhenReader.NoSuchDay e) {
            throw new BadRequest("when", "there is no day " + e.getMessage());
        }
    }

    private Instant wanted(When found, String queue) {
        if (found.time() != null) {
            return found.date().atTime(found.time()).atZone(zone).toInstant();
        }
        var opening = moments.opensOn(found.date(), zone, queue);
        return opening.isAfter(clock.instant()) ? opening : clock.instant().plus(Duration.ofHours(2));
    }

    /** @throws BadRequest if it is over, or absurdly far away */
    Instant checked(String field, Instant at) {
        var now = clock.instant();
        if (at.isBefore(now.minusSeconds(60))) {
            throw new BadRequest(field, at + " is over");
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            throw new BadRequest(field, "lies more than five years ahead");
        }
        return at;
    }

    /**
     * A form sends a day or a moment.
     *
     * @throws BadRequest if it is neither, or over
     */
    Instant ofForm(@Nullable String text, FollowUp one) {
        if (text == null || text.isBlank()) {
            throw new BadRequest("newDueAt", "is missing: put off until when?");
        }
        try {
            var wanted = ToldMoment.read(text, zone, day -> moments.opensOn(day, zone, one.queue()));
            return checked("newDueAt", moments.moved(wanted, one.queue(), one.exact()));
        } catch (DateTimeException e) {
            throw new BadRequest("newDueAt", "is neither a day nor a moment: " + text);
        }
    }
}
