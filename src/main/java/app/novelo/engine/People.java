package app.novelo.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users and groups of the installation. A queue is a group of agents; each call is repeatable. */
public interface People {

    /** What the members of a group may do in the engine's own tools. */
    enum Role {
        /** Tasklist, and the tasks of their queues. */
        AGENTS,
        /** Tasklist and Cockpit, every task and every instance. */
        MANAGERS,
        /** Cockpit; deploys processes and forms. */
        DESIGNERS,
        /** Cockpit; deploys decisions. */
        ANALYSTS,
        /** Requests of privacy; Tasklist. */
        PRIVACY,
        /** Everything. */
        ADMINISTRATORS
    }

    /** Group of those who have left; it may do nothing, and no door opens to them. */
    String FORMER = "former";

    void ensureGroup(String id, String name, Role role);

    /** Creates the user; of one who exists, sets name and password. */
    void ensureUser(String id, String firstName, String lastName, String password);

    void ensureMember(String userId, String groupId);

    boolean hasAdministrator();

    /** Somebody who may log in, or could before he left. */
    record Person(String id, String firstName, String lastName, @Nullable String email) {

        public String name() {
            var name = (firstName + " " + lastName).strip();
            return name.isEmpty() ? id : name;
        }
    }

    Optional<Person> find(String userId);

    /** @return of a group, by name */
    List<Person> members(String group);

    /** @return ids of the groups that the user belongs to */
    Set<String> groupsOf(String userId);

    /** @throws IllegalStateException if there is a user of this id */
    void create(Person person, String password);

    /** Of one who exists: names and address. */
    void rename(Person person);

    void setPassword(String userId, String password);

    /** @throws LastAdministratorStays if nobody else is administrator */
    void removeMember(String userId, String groupId);

    /**
     * Nobody logs in as this user any more, and he is in no group: his password is forgotten. His name stays.
     *
     * @throws LastAdministratorStays if nobody else is administrator
     */
    void lock(String userId);
}
