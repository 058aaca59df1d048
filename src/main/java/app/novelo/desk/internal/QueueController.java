package app.novelo.desk.internal;

import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queues by name: whoever is logged in may know them, to hand work over. */
@RestController
@RequestMapping("/api/v1/queues")
class QueueController {

    private final Queues queues;

    QueueController(Queues queues) {
        this.queues = queues;
    }

    @GetMapping
    Page<Queue> list() {
        return new Page<>(queues.all(), null);
    }
}
