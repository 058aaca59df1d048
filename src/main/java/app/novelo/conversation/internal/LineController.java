package app.novelo.conversation.internal;

import app.novelo.channel.LineObserver;
import app.novelo.channel.LineRegister;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The lines: seen by everybody, since why nothing goes out is no secret; changed by managers. */
@RestController
@RequestMapping("/api/v1/lines")
class LineController {

    private final LineStates states;
    private final Lines lines;
    private final LineRegister register;
    private final LineEdit edit;
    private final LineStops stops;
    private final LineObserver recovery;

    LineController(
            LineStates states,
            Lines lines,
            LineRegister register,
            LineEdit edit,
            LineStops stops,
            RecoveredLines recovery) {
        this.states = states;
        this.lines = lines;
        this.register = register;
        this.edit = edit;
        this.stops = stops;
        this.recovery = recovery;
    }

    @GetMapping
    Page<LineView> list() {
        return new Page<>(states.all(), null);
    }

    @GetMapping("/{id}")
    LineView one(@PathVariable UUID id) {
        return view(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LineView add(@RequestBody ObjectNode wish) {
        Callers.managersOnly();
        var line = edit.added(wish);
        register.add(line);
        return view(line.id());
    }

    @PatchMapping("/{id}")
    LineView change(@PathVariable UUID id, @RequestBody ObjectNode change) {
        Callers.managersOnly();
        register.change(id, line -> edit.changed(line, change));
        if (change.path("active").asBoolean()) {
            recovery.mayTryAgain(List.of(id));
        }
        return view(id);
    }

    /** A manager has acted: it is tried again at once. */
    @PostMapping("/{id}/resume")
    LineView resume(@PathVariable UUID id) {
        Callers.managersOnly();
        stops.liftAll(lines.find(id).orElseThrow(() -> notFound(id)));
        recovery.mayTryAgain(List.of(id));
        return view(id);
    }

    private LineView view(UUID id) {
        return states.find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("line " + id);
    }
}
