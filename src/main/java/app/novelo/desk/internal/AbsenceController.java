package app.novelo.desk.internal;

import app.novelo.engine.People;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When somebody is not there, and who stands in for him. Managers write it down; he may read it. */
@RestController
@RequestMapping("/api/v1")
class AbsenceController {

    private static final int LONGEST = 100;

    private final AbsenceRows rows;
    private final People people;
    private final DeskNews news;
    private final Clock clock;

    AbsenceController(AbsenceRows rows, People people, DeskNews news, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    /** Everybody's that are not over. */
    @GetMapping("/absences")
    Page<Absence> all() {
        Callers.managersOnly();
        return new Page<>(rows.all(), null);
    }

    @GetMapping("/agents/{agent}/absences")
    Page<Absence> of(@PathVariable String agent) {
        if (!Callers.current().id().equals(agent)) {
            Callers.managersOnly();
        }
        return new Page<>(rows.of(agent), null);
    }

    @PostMapping("/agents/{agent}/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    Absence add(@PathVariable String agent, @RequestBody ObjectNode body) {
        Callers.managersOnly();
        if (people.find(agent).isEmpty()) {
            throw new NotFound("agent " + agent);
        }
        var absence = read(agent, new Wish(body, Set.of("from", "until", "substitute", "reason")));
        rows.add(absence);
        news.tell("agent.changed", "agent", agent);
        return absence;
    }

    private Absence read(String agent, Wish wish) {
        var from = wish.has("from") ? wish.moment("from") : clock.instant();
        var until = wish.moment("until");
        if (!until.isAfter(from) || !until.isAfter(clock.instant())) {
            throw new BadRequest("until", "later than its beginning, and in the future");
        }
        return new Absence(
                UUID.randomUUID(), agent, from, until, substitute(agent, wish), wish.text("reason", LONGEST));
    }

    private @Nullable String substitute(String agent, Wish wish) {
        var substitute = wish.text("substitute", LONGEST);
        if (substitute != null && (substitute.equals(agent) || !works(substitute))) {
            throw new BadRequest("substitute", "somebody else who works here");
        }
        return substitute;
    }

    private boolean works(String id) {
        return people.find(id).isPresent() && !people.groupsOf(id).contains(People.FORMER);
    }

    @DeleteMapping("/agents/{agent}/absences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void remove(@PathVariable String agent, @PathVariable UUID id) {
        Callers.managersOnly();
        if (!rows.remove(agent, id)) {
            throw new NotFound("absence " + id);
        }
        news.tell("agent.changed", "agent", agent);
    }
}
