package app.novelo.engine.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * What the engine grants by itself: a task to its queue and to its assignee, and, unlike Camunda's default, takes away
 * again when the task moves to another queue or person.
 */
class TaskGrants extends DefaultAuthorizationProvider {

    /** Camunda's default lets everybody delete himself. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(
                    user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)
        };
    }

    /** Camunda's default lets the deployer delete the deployment, and with it every running instance. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, @Nullable String before, @Nullable String after) {
        var granted = super.newTaskAssignee(task, before, after);
        return before == null || before.equals(after) ? granted : both(granted, revoked(task, before, null));
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        return revoked(task, userId, null);
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        return revoked(task, null, groupId);
    }

    private AuthorizationEntity[] revoked(Task task, @Nullable String userId, @Nullable String groupId) {
        if (isEnding((TaskEntity) task)) { // the engine then deletes its grants in one statement
            return new AuthorizationEntity[0];
        }
        var grant = getGrantAuthorization(task.getId(), userId, groupId, Resources.TASK);
        if (grant == null || grant.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT) {
            return new AuthorizationEntity[0];
        }
        grant.setPermissions(new Permission[0]);
        return new AuthorizationEntity[] {grant};
    }

    private static boolean isEnding(TaskEntity task) {
        return "Completed".equals(task.getTaskState()) || "Deleted".equals(task.getTaskState());
    }

    private static AuthorizationEntity[] both(AuthorizationEntity @Nullable [] one, AuthorizationEntity[] other) {
        return Stream.of(one == null ? new AuthorizationEntity[0] : one, other)
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .toArray(AuthorizationEntity[]::new);
    }
}
