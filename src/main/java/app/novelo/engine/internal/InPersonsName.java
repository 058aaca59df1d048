package app.novelo.engine.internal;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Runs engine commands under a user's id without the engine's own permission checks: authority was checked by our API. */
@Component
class InPersonsName {

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl configuration;

    InPersonsName(IdentityService identities, ProcessEngineConfigurationImpl configuration) {
        this.identities = identities;
        this.configuration = configuration;
    }

    void run(String userId, Runnable commands) {
        var before = identities.getCurrentAuthentication();
        identities.setAuthenticatedUserId(userId);
        try {
            configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(inner -> {
                        commands.run();
                        return true;
                    }));
        } finally {
            identities.setAuthentication(before);
        }
    }
}
