package app.novelo.engine.internal;

import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells a person who uses the engine's own doors (its REST API, the web applications) from our code: code has no
 * authentication, or acts in a person's name with the engine's permission checks off ({@link InPersonsName}).
 */
@Component
class AtTheDoor {

    private final ObjectProvider<UserDirectory> directory;
    private final ObjectProvider<IdentityService> identities;

    /** Both exist only after the engine, which is configured with this. */
    AtTheDoor(ObjectProvider<UserDirectory> directory, ObjectProvider<IdentityService> identities) {
        this.directory = directory;
        this.identities = identities;
    }

    Optional<String> person() {
        return checksAreOff() ? Optional.empty() : actor();
    }

    private static boolean checksAreOff() {
        var command = Context.getCommandContext();
        return command != null && !command.isAuthorizationCheckEnabled();
    }

    /** In whose name the current command runs, through whichever door. */
    Optional<String> actor() {
        return Optional.ofNullable(identities.getObject().getCurrentAuthentication())
                .map(authentication -> authentication.getUserId());
    }

    boolean isManager(String userId) {
        return directory.getObject().find(userId).filter(Caller::isManager).isPresent();
    }
}
