package app.novelo.conversation.internal;

import app.novelo.conversation.internal.LineStates.LineView;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.platform.Wakeups;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lines, for everybody: why nothing goes out is no secret. */
@RestController
@RequestMapping("/api/v1/lines")
class LineController {

    private final LineStates states;
    private final LineLeases leases;
    private final Wakeups wakeups;

    LineController(LineStates states, LineLeases leases, Wakeups wakeups) {
        this.states = states;
        this.leases = leases;
        this.wakeups = wakeups;
    }

    @GetMapping
    Page<LineView> list() {
        return new Page<>(states.all(), null);
    }

    /** A manager has acted: it is tried again at once. */
    @PostMapping("/{id}/resume")
    LineView resume(@PathVariable UUID id) {
        Callers.managersOnly();
        leases.resume(id);
        wakeups.signal(StoredSendQueue.SENDING);
        return states.find(id).orElseThrow(() -> new NotFound("line " + id));
    }
}
