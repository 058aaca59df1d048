package app.novelo.engine.internal;

import app.novelo.engine.People;
import app.novelo.engine.internal.Grants.Grant;
import app.novelo.platform.Caller;
import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CamundaPeople implements People {

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    CamundaPeople(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    @Override
    public void ensureGroup(String id, String name, Role role) {
        var existing = identities.createGroupQuery().groupId(id).singleResult();
        var group = existing == null ? identities.newGroup(id) : existing;
        group.setName(name);
        group.setType(role == Role.ADMINISTRATORS ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW);
        identities.saveGroup(group);
        Grants.of(role).forEach(grant -> ensure(id, grant));
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

    @Override
    public void ensureUser(String id, String firstName, String lastName, String password) {
        var existing = identities.createUserQuery().userId(id).singleResult();
        var user = existing == null ? identities.newUser(id) : existing;
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        identities.saveUser(user);
        identities.unlockUser(id);
    }

    @Override
    public void ensureMember(String userId, String groupId) {
        boolean member = identities
                        .createGroupQuery()
                        .groupId(groupId)
                        .groupMember(userId)
                        .count()
                > 0;
        if (!member) {
            identities.createMembership(userId, groupId);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(Caller.ADMINISTRATORS).count() > 0;
    }
}
