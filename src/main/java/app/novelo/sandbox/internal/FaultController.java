package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Switches faults on and off. */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/faults")
class FaultController {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Faults faults;
    private final Screens screens;

    FaultController(Faults faults, Screens screens) {
        this.faults = faults;
        this.screens = screens;
    }

    /**
     * @param kind a word of {@link FaultKind}
     * @param count how often; by default once for a fault of sending, until cleared for one of the webhooks
     * @param delay ISO-8601 or seconds
     * @param phone digits of the only phone that a fault of sending happens to
     */
    record Wish(
            @Nullable FaultKind kind,
            @Nullable Integer code,
            @Nullable Integer count,
            @Nullable Duration delay,
            @Nullable String phone) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Fault add(@RequestBody Wish wish) {
        if (wish.kind() == null) {
            throw new BadRequest("kind", "a fault has a kind");
        }
        if (wish.count() != null && wish.count() < Fault.UNTIL_CLEARED) {
            throw new BadRequest("count", "a count is -1 (until cleared) or more");
        }
        var delay = wish.delay();
        if (delay != null && (delay.isNegative() || delay.compareTo(LONGEST) > 0)) {
            throw new BadRequest("delay", "a delay lies between nothing and an hour");
        }
        var fault = Fault.of(wish.kind(), wish.code(), wish.count(), delay, wish.phone());
        faults.add(fault);
        screens.faultsChanged();
        return fault;
    }

    @GetMapping
    Page<Fault> list() {
        return new Page<>(faults.all(), null);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
        screens.faultsChanged();
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable String kind) {
        try {
            faults.clear(FaultKind.of(kind));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("kind", "there is no such fault");
        }
        screens.faultsChanged();
    }
}
