package app.novelo.engine.internal;

import app.novelo.engine.People;
import app.novelo.engine.People.Role;
import app.novelo.platform.Caller;
import app.novelo.platform.GeneratedSecrets;
import app.novelo.platform.SandboxMode;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Sees to it that there is an administrator before the first door opens. */
@Component
class AdministratorAtStart implements InitializingBean {

    private final AdministratorSettings settings;
    private final People people;
    private final SandboxMode sandbox;
    private final GeneratedSecrets secrets;

    AdministratorAtStart(AdministratorSettings settings, People people, SandboxMode sandbox, GeneratedSecrets secrets) {
        this.settings = settings;
        this.people = people;
        this.sandbox = sandbox;
        this.secrets = secrets;
    }

    @Override
    public void afterPropertiesSet() {
        people.ensureGroup(Caller.ADMINISTRATORS, "Administrators", Role.ADMINISTRATORS);
        people.ensureGroup(Caller.MANAGERS, "Managers", Role.MANAGERS);
        people.ensureGroup(Caller.DESIGNERS, "Process designers", Role.DESIGNERS);
        people.ensureGroup(Caller.ANALYSTS, "Business analysts", Role.ANALYSTS);
        if (settings.hasPassword()) {
            ensure(Objects.requireNonNull(settings.adminPassword()));
        } else if (sandbox.on()) {
            ensure(secrets.get("sandbox-admin.password", "Password of the administrator \"" + settings.user() + "\""));
        } else if (!people.hasAdministrator()) {
            throw new NoAdministrator();
        }
    }

    private void ensure(String password) {
        people.ensureUser(settings.user(), "Administrator", "", password);
        people.ensureMember(settings.user(), Caller.ADMINISTRATORS);
    }
}
