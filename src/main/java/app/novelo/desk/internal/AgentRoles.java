package app.novelo.desk.internal;

import app.novelo.platform.Caller;
import java.util.Set;

/** What somebody may be besides a member of queues; ids of the engine's groups. */
final class AgentRoles {

    static final Set<String> ALL =
            Set.of(Caller.MANAGERS, Caller.DESIGNERS, Caller.ANALYSTS, "privacy", Caller.ADMINISTRATORS);

    private AgentRoles() {}
}
