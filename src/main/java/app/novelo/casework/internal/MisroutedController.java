package app.novelo.casework.internal;

import app.novelo.casework.internal.Misrouted.Wrong;
import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the table routing asked for that there is not; for managers. */
@RestController
@RequestMapping("/api/v1/work/misrouted")
class MisroutedController {

    private final Misrouted misrouted;

    MisroutedController(Misrouted misrouted) {
        this.misrouted = misrouted;
    }

    @GetMapping
    Page<Wrong> list() {
        Callers.managersOnly();
        return new Page<>(misrouted.unseen(), null);
    }

    /** All that is listed now is known, and is shown no more. */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen() {
        Callers.managersOnly();
        misrouted.seen(Callers.current().id());
    }
}
