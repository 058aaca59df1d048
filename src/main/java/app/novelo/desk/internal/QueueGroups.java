package app.novelo.desk.internal;

import app.novelo.desk.Queues;
import app.novelo.engine.People;
import app.novelo.engine.People.Role;
import app.novelo.platform.Caller;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every queue is a group of agents from the first start, without agents; so are the other roles. People are added by hand. */
@Component
class QueueGroups {

    private final Queues queues;
    private final People people;

    QueueGroups(Queues queues, People people) {
        this.queues = queues;
        this.people = people;
    }

    @EventListener(ApplicationStartedEvent.class)
    void ensure() {
        queues.all().forEach(queue -> people.ensureGroup(queue.id(), queue.name(), Role.AGENTS));
        people.ensureGroup(Caller.MANAGERS, "Managers", Role.MANAGERS);
        people.ensureGroup(Caller.DESIGNERS, "Process designers", Role.DESIGNERS);
        people.ensureGroup(Caller.ANALYSTS, "Business analysts", Role.ANALYSTS);
        people.ensureGroup("privacy", "Privacy", Role.PRIVACY);
    }
}
