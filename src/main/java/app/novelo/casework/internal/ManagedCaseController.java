package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What managers do with any open case, by its number. */
@RestController
@RequestMapping("/api/v1/cases/{number}")
class ManagedCaseController {

    private final ManagedCases cases;
    private final ActRequests requests;

    ManagedCaseController(ManagedCases cases, ActRequests requests) {
        this.cases = cases;
        this.requests = requests;
    }

    /** To a queue, where everybody may take it, or to a person. */
    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(@PathVariable String number, @RequestBody ActRequests.Transfer transfer) {
        var by = manager();
        requests.transfer(
                transfer,
                (queue, note) -> cases.toQueue(by, number, queue, note),
                (agent, note) -> cases.toAgent(by, number, agent, note));
    }

    /** Its clocks count what that priority is promised from then on. */
    @PostMapping("/priority")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prioritise(@PathVariable String number, @RequestBody Priority wanted) {
        var by = manager();
        if (wanted.priority == null) {
            throw new BadRequest("priority", "is missing");
        }
        cases.prioritise(by, number, wanted.priority, Act.note(wanted.note));
    }

    /** Calls in whoever the table {@code escalation} names for a case that needs help. */
    @PostMapping("/help")
    Called callIn(@PathVariable String number, @RequestBody Help help) {
        return new Called(cases.callIn(manager(), number, Act.note(help.note)));
    }

    private static String manager() {
        Callers.managersOnly();
        return Callers.current().id();
    }

    record Priority(@Nullable String priority, @Nullable String note) {}

    record Help(@Nullable String note) {}

    /** @param called false if help was called within the hour already */
    record Called(boolean called) {}
}
