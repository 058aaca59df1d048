package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Arrays;
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
    private final Lines lines;
    private final WebhookQueue queue;
    private final Screens screens;

    FaultController(Faults faults, Lines lines, WebhookQueue queue, Screens screens) {
        this.faults = faults;
        this.lines = lines;
        this.queue = queue;
        this.screens = screens;
    }

    /**
     * @param kind a word of {@link FaultKind}
     * @param count how often; by default once for a fault of sending, until cleared for one of the webhooks
     * @param delay ISO-8601 or seconds
     * @param line id of the only line that it happens to
     * @param phone digits of the only phone that it happens to
     */
    record Wish(
            @Nullable FaultKind kind,
            @Nullable Integer code,
            @Nullable Integer count,
            @Nullable Duration delay,
            @Nullable String line,
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
        var line = wish.line() == null ? null : lines.named(wish.line()).id();
        var fault = Fault.of(wish.kind(), wish.code(), wish.count(), delay, line, wish.phone());
        faults.add(fault);
        screens.faultsChanged();
        return fault;
    }

    @GetMapping
    Page<Fault> list() {
        return new Page<>(faults.all(), null);
    }

    /**
     * @param count how often, unless said otherwise
     * @param code Meta's; 0 where the kind has none
     */
    record Offer(FaultKind kind, FaultKind.Group group, int count, int code, Duration delay) {}

    @GetMapping("/kinds")
    Page<Offer> kinds() {
        var items = Arrays.stream(FaultKind.values())
                .map(kind -> new Offer(kind, kind.group, kind.usualCount, kind.usualCode, kind.usualDelay))
                .toList();
        return new Page<>(items, null);
    }

    @GetMapping("/codes")
    Page<GraphErrorCodes.Known> codes() {
        return new Page<>(GraphErrorCodes.all(), null);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
        queue.hurry();
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
        queue.hurry();
        screens.faultsChanged();
    }
}
