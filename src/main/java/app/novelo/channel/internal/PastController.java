package app.novelo.channel.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the channel has come with telling what was before. */
@RestController
@RequestMapping("/api/v1/inbox/past")
class PastController {

    private final PastProgress progress;

    PastController(PastProgress progress) {
        this.progress = progress;
    }

    @GetMapping
    Page<PastProgress.View> all() {
        Callers.managersOnly();
        return new Page<>(progress.all(), null);
    }
}
