package app.novelo.channel.internal;

import app.novelo.channel.internal.SetAsideStore.SetAside;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import app.novelo.platform.Wakeups;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inbound elements that could not be handled; for managers. */
@RestController
@RequestMapping("/api/v1/inbox/set-aside")
class SetAsideController {

    private final SetAsideStore store;
    private final Wakeups wakeups;

    SetAsideController(SetAsideStore store, Wakeups wakeups) {
        this.store = store;
        this.wakeups = wakeups;
    }

    @GetMapping
    Page<SetAside> list(
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(defaultValue = "0") long after) {
        Callers.managersOnly();
        int most = Page.limit(limit);
        return Page.of(store.open(after, most + 1), most, SetAside::id);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable long id) {
        Callers.managersOnly();
        if (!store.retry(id)) {
            throw new NotFound("element " + id);
        }
        wakeups.signal(JdbcRawInbox.UNSPLIT);
        wakeups.signal(LaneLoops.LANES);
    }

    /** It needs nobody: it is not listed any more, and never tried again. */
    @PostMapping("/{id}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable long id) {
        Callers.managersOnly();
        if (!store.dismiss(id)) {
            throw new NotFound("element " + id);
        }
    }
}
