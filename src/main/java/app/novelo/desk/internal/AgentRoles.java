package app.novelo.desk.internal;

import app.novelo.platform.Caller;
import java.util.Set;
import java.util.TreeSet;

/** What somebody may be besides a member of queues; ids of the engine's groups. */
final class AgentRoles {

    static final Set<String> ALL =
            Set.of(Caller.MANAGERS, Caller.DESIGNERS, Caller.ANALYSTS, "privacy", Caller.ADMINISTRATORS);

    private AgentRoles() {}

    static Set<String> among(Set<String> groups) {
        var roles = new TreeSet<>(groups);
        roles.retainAll(ALL);
        return roles;
    }
}
