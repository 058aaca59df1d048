package app.novelo.conversation.internal;

import app.novelo.customer.CustomerStaff;
import app.novelo.desk.Queues;
import app.novelo.platform.Caller;
import org.springframework.stereotype.Component;

/** Whoever is in a queue serves customers; designers and analysts do not. */
@Component
class QueueStaff implements CustomerStaff {

    private final Queues queues;

    QueueStaff(Queues queues) {
        this.queues = queues;
    }

    @Override
    public boolean serves(Caller caller) {
        return caller.isManager() || queues.all().stream().anyMatch(queue -> caller.isIn(queue.id()));
    }
}
