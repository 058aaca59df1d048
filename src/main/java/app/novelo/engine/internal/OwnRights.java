package app.novelo.engine.internal;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;

/**
 * Runs engine commands with the program's own rights. What follows from a person's act, such as the board of the clocks when
 * he completes a task in Tasklist, is done on his thread, and he may not do it himself.
 */
@Component
class OwnRights {

    private final ProcessEngineConfigurationImpl configuration;

    OwnRights(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    <T> T with(Supplier<T> commands) {
        return in(context -> commands.get());
    }

    /** For what the engine has no command for. */
    <T> T in(Command<T> command) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> command.execute(context)));
    }
}
