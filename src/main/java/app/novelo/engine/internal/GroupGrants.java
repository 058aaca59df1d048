package app.novelo.engine.internal;

import app.novelo.engine.People.Role;
import app.novelo.engine.internal.Grants.Grant;
import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** Gives a group what its role may do, and nothing else of those resources. */
@Component
class GroupGrants {

    private final AuthorizationService authorizations;

    GroupGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void ensure(String group, Role role) {
        Grants.of(role).forEach(grant -> ensure(group, grant));
    }

    private void ensure(String group, Grant grant) {
        var existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        if (existing == null) {
            save(authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT), group, grant);
        } else if (!holdsExactly(existing, grant)) {
            save(existing, group, grant);
        }
    }

    private static boolean holdsExactly(Authorization authorization, Grant grant) {
        int wanted = Arrays.stream(grant.permissions())
                .mapToInt(Permission::getValue)
                .reduce(0, (a, b) -> a | b);
        return ((AuthorizationEntity) authorization).getPermissions() == wanted;
    }

    private void save(Authorization authorization, String group, Grant grant) {
        authorization.setGroupId(group);
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }
}
