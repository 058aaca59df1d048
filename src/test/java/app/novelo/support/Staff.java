package app.novelo.support;

import app.novelo.engine.People;
import app.novelo.engine.People.Role;
import app.novelo.platform.Caller;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** People for tests of the doors: one of each role, and agents of two queues. */
public class Staff {

    public static final String PASSWORD = "correct horse battery";

    private final People people;

    Staff(People people) {
        this.people = people;
    }

    @EventListener(ApplicationReadyEvent.class)
    void hire() {
        people.ensureGroup("support", "Support", Role.AGENTS);
        people.ensureGroup("sales", "Sales", Role.AGENTS);
        hire("bruno", "support");
        hire("carla", "support");
        hire("ana", "sales");
        hire("marta", Caller.MANAGERS);
        hire("davi", Caller.DESIGNERS);
        hire("alice", Caller.ANALYSTS);
    }

    private void hire(String id, String group) {
        people.ensureUser(id, id, "", PASSWORD);
        people.ensureMember(id, group);
    }
}
