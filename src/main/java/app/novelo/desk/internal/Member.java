package app.novelo.desk.internal;

import app.novelo.engine.People.Person;
import java.util.Set;

/**
 * Somebody who works in queues.
 *
 * @param queues ids of those in use
 */
record Member(Person person, AgentRow row, Set<String> queues) {

    String id() {
        return person.id();
    }
}
