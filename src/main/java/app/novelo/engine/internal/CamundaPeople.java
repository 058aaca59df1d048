package app.novelo.engine.internal;

import app.novelo.engine.LastAdministratorStays;
import app.novelo.engine.People;
import app.novelo.platform.Caller;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CamundaPeople implements People {

    private final IdentityService identities;
    private final GroupGrants grants;

    CamundaPeople(IdentityService identities, GroupGrants grants) {
        this.identities = identities;
        this.grants = grants;
    }

    @Override
    public void ensureGroup(String id, String name, Role role) {
        asNobody(() -> group(id, name, role));
    }

    private boolean group(String id, String name, Role role) {
        var existing = identities.createGroupQuery().groupId(id).singleResult();
        var group = existing == null ? identities.newGroup(id) : existing;
        group.setName(name);
        group.setType(role == Role.ADMINISTRATORS ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW);
        identities.saveGroup(group);
        grants.ensure(id, role);
        return true;
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
        if (!groupsOf(userId).contains(groupId)) {
            asNobody(() -> {
                identities.createMembership(userId, groupId);
                return true;
            });
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(Caller.ADMINISTRATORS).count() > 0;
    }

    @Override
    public Optional<Person> find(String userId) {
        return asNobody(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(CamundaPeople::person));
    }

    @Override
    public List<Person> members(String group) {
        return asNobody(
                () -> identities.createUserQuery().memberOfGroup(group).orderByUserFirstName().asc().list().stream()
                        .map(CamundaPeople::person)
                        .toList());
    }

    private static Person person(User user) {
        return new Person(user.getId(), orEmpty(user.getFirstName()), orEmpty(user.getLastName()), user.getEmail());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public Set<String> groupsOf(String userId) {
        return asNobody(() -> identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void create(Person person, String password) {
        if (find(person.id()).isPresent()) {
            throw new IllegalStateException("there is a user " + person.id());
        }
        asNobody(() -> {
            var user = identities.newUser(person.id());
            user.setPassword(password);
            return save(user, person);
        });
    }

    @Override
    public void rename(Person person) {
        asNobody(() -> save(required(person.id()), person));
    }

    private boolean save(User user, Person person) {
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.email());
        identities.saveUser(user);
        return true;
    }

    @Override
    public void setPassword(String userId, String password) {
        asNobody(() -> {
            var user = required(userId);
            user.setPassword(password);
            identities.saveUser(user);
            identities.unlockUser(userId);
            return true;
        });
    }

    private User required(String userId) {
        return identities.createUserQuery().userId(userId).singleResult();
    }

    @Override
    public void removeMember(String userId, String groupId) {
        asNobody(() -> {
            try {
                identities.deleteMembership(userId, groupId);
                return true;
            } catch (BadUserRequestException e) { // LastAdministrator refuses
                throw new LastAdministratorStays(userId);
            }
        });
    }

    @Override
    public void lock(String userId) {
        groupsOf(userId).forEach(group -> removeMember(userId, group));
        if (identities.createGroupQuery().groupId(FORMER).count() == 0) {
            var former = identities.newGroup(FORMER);
            former.setName("Former colleagues");
            identities.saveGroup(former);
        }
        ensureMember(userId, FORMER);
        var forgotten = new byte[32];
        new SecureRandom().nextBytes(forgotten);
        setPassword(userId, Base64.getEncoder().encodeToString(forgotten));
    }

    /** A manager has authority by our own API, not by the engine's grants. */
    private <T> T asNobody(Supplier<T> work) {
        var before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            identities.setAuthentication(before);
        }
    }
}
