package app.novelo.lead.internal;

import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** LeadMoments as forms and our API tell them: a day, at whose morning it is meant, or an instant. */
@Component
class LeadMoments {

    /** Where nobody says when. */
    private static final Period A_MONTH = Period.ofMonths(1);

    private static final int MORNING = 9;

    private final Clock clock;
    private final ZoneId zone;

    LeadMoments(Clock clock, NoveloSettings settings) {
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    /** @return empty if it says nothing, or nothing that lies ahead */
    Optional<Instant> find(@Nullable String told) {
        try {
            if (told == null || told.isBlank()) {
                return Optional.empty();
            }
            var moment = told.length() > 10
                    ? Instant.parse(told)
                    : LocalDate.parse(told).atTime(MORNING, 0).atZone(zone).toInstant();
            return Optional.of(moment).filter(clock.instant()::isBefore);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @return what was told, else the morning of the same day a month later */
    Instant later(@Nullable String told) {
        return find(told).orElseGet(() -> clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plus(A_MONTH)
                .atTime(MORNING, 0)
                .atZone(zone)
                .toInstant());
    }
}
