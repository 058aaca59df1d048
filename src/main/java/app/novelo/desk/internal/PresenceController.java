package app.novelo.desk.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the caller is there: he says so himself, and his screens keep it alive every 30 seconds. */
@RestController
@RequestMapping("/api/v1/presence")
class PresenceController {

    private static final int LONGEST_REASON = 60;

    private final Presence presence;
    private final AgentViews views;

    PresenceController(Presence presence, AgentViews views) {
        this.presence = presence;
        this.views = views;
    }

    @GetMapping
    AgentView own() {
        return view(Callers.current());
    }

    @PutMapping
    AgentView choose(@RequestBody ObjectNode body) {
        var wish = new Wish(body, Set.of("status", "reason"));
        var caller = Callers.current();
        presence.choose(caller.id(), status(wish.needed("status", 20)), wish.text("reason", LONGEST_REASON));
        return view(caller);
    }

    private static Status status(String text) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadRequest("status", "one of ONLINE, BUSY, AWAY, OFFLINE"));
    }

    /** Of somebody who never said that he is there it makes nothing. */
    @PostMapping("/heartbeat")
    AgentView beat() {
        var caller = Callers.current();
        presence.beats(caller.id());
        return view(caller);
    }

    private AgentView view(Caller caller) {
        return views.own(caller.id());
    }
}
