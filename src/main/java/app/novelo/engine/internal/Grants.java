package app.novelo.engine.internal;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import app.novelo.engine.People.Role;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/** What each role may do in the engine's own tools: no more than its work needs. Single tasks are granted by the task. */
final class Grants {

    private Grants() {}

    /** @param id of the one resource, or any */
    record Grant(Resource resource, String id, Permission... permissions) {

        static Grant any(Resource resource, Permission... permissions) {
            return new Grant(resource, Authorization.ANY, permissions);
        }

        static Grant app(String name) {
            return new Grant(APPLICATION, name, Permissions.ACCESS);
        }
    }

    static List<Grant> of(Role role) {
        return switch (role) {
            case AGENTS, PRIVACY -> agents();
            case MANAGERS -> managers();
            case DESIGNERS, ANALYSTS -> modellers();
            case ADMINISTRATORS -> administrators();
        };
    }

    private static List<Grant> agents() {
        return List.of(Grant.app("tasklist"), Grant.any(FILTER, Permissions.READ));
    }

    private static List<Grant> managers() {
        return List.of(
                Grant.app("tasklist"),
                Grant.app("cockpit"),
                Grant.any(
                        TASK,
                        TaskPermissions.READ,
                        TaskPermissions.UPDATE,
                        TaskPermissions.TASK_WORK,
                        TaskPermissions.TASK_ASSIGN),
                Grant.any(
                        PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.UPDATE_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.UPDATE_TASK,
                        ProcessDefinitionPermissions.RETRY_JOB,
                        ProcessDefinitionPermissions.READ_HISTORY),
                Grant.any(
                        PROCESS_INSTANCE,
                        ProcessInstancePermissions.READ,
                        ProcessInstancePermissions.UPDATE,
                        ProcessInstancePermissions.RETRY_JOB),
                Grant.any(
                        BATCH,
                        BatchPermissions.READ,
                        BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES,
                        BatchPermissions.CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES),
                Grant.any(DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
                Grant.any(DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
                Grant.any(DEPLOYMENT, Permissions.READ),
                Grant.any(OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ),
                Grant.any(FILTER, Permissions.CREATE, Permissions.READ, Permissions.UPDATE, Permissions.DELETE),
                Grant.any(USER, Permissions.READ),
                Grant.any(GROUP, Permissions.READ));
    }

    /** Which kind of file each of them may deploy is for the gate to say. */
    private static List<Grant> modellers() {
        return List.of(
                Grant.app("cockpit"),
                Grant.any(DEPLOYMENT, Permissions.CREATE, Permissions.READ),
                Grant.any(
                        PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_HISTORY),
                Grant.any(DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
                Grant.any(DECISION_REQUIREMENTS_DEFINITION, Permissions.READ));
    }

    private static List<Grant> administrators() {
        return Arrays.stream(Resources.values())
                .map(resource -> Grant.any(resource, Permissions.ALL))
                .toList();
    }
}
