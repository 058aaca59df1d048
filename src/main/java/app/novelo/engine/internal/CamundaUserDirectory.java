package app.novelo.engine.internal;

import app.novelo.engine.People;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.stereotype.Component;

/** The engine's users. Groups are read anew on every request: who has left a queue sees it no longer. */
@Component
class CamundaUserDirectory implements UserDirectory {

    /** Where the webapps keep who is logged in; Camunda's constant is not public. */
    private static final String LOGGED_IN = "authenticatedUser";

    private final IdentityService identities;

    CamundaUserDirectory(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Optional<Caller> authenticate(String userId, String password) {
        return asNobody(() ->
                isPassword(userId, password) ? find(userId).filter(CamundaUserDirectory::isHere) : Optional.empty());
    }

    private static boolean isHere(Caller caller) {
        return !caller.isIn(People.FORMER);
    }

    /** The engine makes whoever guesses wrongly wait ever longer; guesses that collide in doing so count as wrong. */
    private boolean isPassword(String userId, String password) {
        try {
            return identities.checkPassword(userId, password);
        } catch (OptimisticLockingException e) {
            return false;
        }
    }

    @Override
    public Optional<Caller> loggedIn(HttpSession session) {
        try {
            return session.getAttribute(LOGGED_IN) instanceof Authentications logins
                    ? Optional.ofNullable(logins.getAuthenticationForProcessEngine("default"))
                            .map(Authentication::getName)
                            .flatMap(this::find)
                            .filter(CamundaUserDirectory::isHere)
                    : Optional.empty();
        } catch (IllegalStateException e) { // logged out meanwhile
            return Optional.empty();
        }
    }

    @Override
    public boolean isCsrfToken(HttpSession session, String token) {
        return csrfToken(session)
                .filter(expected -> MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @Override
    public Optional<String> csrfToken(HttpSession session) {
        return session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    @Override
    public Optional<Caller> find(String userId) {
        return asNobody(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(this::caller));
    }

    private Caller caller(User user) {
        var groups = identities.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
        var name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return new Caller(user.getId(), name.isEmpty() ? user.getId() : name, groups);
    }

    /** A user may not read other users; the directory may. */
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
