package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.internal.Leaving.Left;
import app.novelo.desk.Staffing;
import app.novelo.engine.People;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Somebody leaves the company: one act hands over all that is his and locks him out. For administrators. */
@RestController
@RequestMapping("/api/v1/agents/{id}/leave")
class LeaveController {

    private static final String BY_RULE = "byRule";
    private static final int LONGEST_NOTE = 1_000;

    private final Leaving leaving;
    private final Staffing staffing;
    private final People people;

    LeaveController(Leaving leaving, Staffing staffing, People people) {
        this.leaving = leaving;
        this.staffing = staffing;
        this.people = people;
    }

    /** Repeatable: what is his by now goes the same way. */
    @PostMapping
    Left leave(@PathVariable String id, @RequestBody Wish wish) {
        Callers.managersOnly();
        var caller = Callers.current();
        if (!caller.isAdministrator()) {
            throw new ForAdministratorsOnly();
        }
        if (people.find(id).isEmpty()) {
            throw new NotFound("agent " + id);
        }
        if (id.equals(caller.id())) {
            throw new BadRequest("id", "nobody can lock himself out");
        }
        return leaving.leave(id, successor(id, wish.to()), Act.note(wish.note()), caller.id());
    }

    private @Nullable String successor(String id, @Nullable String to) {
        if (BY_RULE.equals(to)) {
            return null;
        }
        if (to == null || to.equals(id) || !staffing.isAgent(to)) {
            throw new BadRequest("to", "somebody else who is in a queue, or " + BY_RULE);
        }
        return to;
    }

    /**
     * @param to user id of who goes on with everything, or {@code byRule}: each case finds somebody as a new one would
     * @param note for whoever goes on; stands in every timeline
     */
    record Wish(@Nullable String to, @Nullable String note) {}
}
