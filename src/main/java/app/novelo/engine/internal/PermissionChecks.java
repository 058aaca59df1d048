package app.novelo.engine.internal;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/** Where our engine checks permissions otherwise than Camunda's. */
class PermissionChecks implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new AuthorizationManager() {

            /**
             * All groups of the caller. The engine leaves out those that have no permission, and to know them reads the whole
             * table of permissions, two rows for each open task, in every command; such a group adds nothing to a check
             * anyway.
             */
            @Override
            public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
                return groups == null ? List.of() : groups;
            }

            /**
             * Whoever may read an open task may also read that it was begun: for Tasklist's comments and attachments the
             * engine asks the history whether there is such a task.
             */
            @Override
            public void configureHistoricTaskInstanceQuery(HistoricTaskInstanceQueryImpl query) {
                configureQuery(query);
                var check = query.getAuthCheck();
                check.setHistoricInstancePermissionsEnabled(
                        true); // otherwise permissions of single tasks are not joined
                addPermissionCheck(
                        check,
                        newPermissionCheckBuilder()
                                .disjunctive()
                                .atomicCheck(
                                        Resources.PROCESS_DEFINITION,
                                        "RES.PROC_DEF_KEY_",
                                        ProcessDefinitionPermissions.READ_HISTORY)
                                .atomicCheck(Resources.TASK, "RES.ID_", Permissions.READ)
                                .build());
            }
        };
    }
}
