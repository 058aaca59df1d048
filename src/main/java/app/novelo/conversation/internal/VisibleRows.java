package app.novelo.conversation.internal;

import app.novelo.platform.Caller;
import java.util.List;
import java.util.Map;

/** {@link StoredConversationAccess} for many at once, as a condition on {@code conversation.conversation}. */
final class VisibleRows {

    /** Its parameters are {@link #parameters}. */
    static final String CONDITION =
            """
             (:all or queue in (:groups) or owner = :caller or speaker_id = :caller
              or other_queues && array[:groups]::text[] or :caller = any (other_owners))\s""";

    private VisibleRows() {}

    static Map<String, Object> parameters(Caller caller) {
        return Map.of(
                "all", caller.isManager(),
                "groups", caller.groups().isEmpty() ? List.of("") : caller.groups(),
                "caller", caller.id());
    }
}
