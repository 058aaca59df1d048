package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.FastForward;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business clock and its fast-forward. */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/clock")
class ClockController {

    private final Clock clock;
    private final FastForward fastForward;

    ClockController(Clock clock, FastForward fastForward) {
        this.clock = clock;
        this.fastForward = fastForward;
    }

    /**
     * @param now business time
     * @param offset how far it is ahead of the system's
     * @param zone the company's time zone
     */
    record Time(Instant now, Duration offset, String zone) {}

    @GetMapping
    Time read() {
        return new Time(clock.instant(), fastForward.offset(), clock.getZone().getId());
    }

    /** @param advance ISO-8601, such as {@code PT2H} or {@code P1D} */
    record Wish(@Nullable Duration advance) {}

    @PostMapping
    Time advance(@RequestBody Wish wish) {
        if (wish.advance() == null) {
            throw new BadRequest("advance", "say how far, as an ISO-8601 duration");
        }
        try {
            fastForward.advance(wish.advance());
        } catch (IllegalArgumentException e) {
            throw new BadRequest("advance", String.valueOf(e.getMessage()));
        }
        return read();
    }
}
