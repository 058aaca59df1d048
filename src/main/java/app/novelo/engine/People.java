package app.novelo.engine;

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

    void ensureGroup(String id, String name, Role role);

    /** Creates the user; of one who exists, sets name and password. */
    void ensureUser(String id, String firstName, String lastName, String password);

    void ensureMember(String userId, String groupId);

    boolean hasAdministrator();
}
