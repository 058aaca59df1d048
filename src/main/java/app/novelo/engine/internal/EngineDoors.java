package app.novelo.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Closes what Camunda leaves open; {@code docs/security.md} has the reasons and the tests. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineDoors extends AbstractProcessEnginePlugin {

    /** Ids of users and groups; also what may stand in a permission. */
    private static final String IDS = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

    /**
     * From the fifth wrong password on, one attempt a minute. Camunda's default locks for good after ten, which would let
     * anybody lock the administrator out.
     */
    private static final int ATTEMPTS = 100;

    private final AtTheDoor door;
    private final TurnOfTask turn;
    private final Deployer gate;

    EngineDoors(AtTheDoor door, TurnOfTask turn, Deployer gate) {
        this.door = door;
        this.turn = turn;
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var forms = new FormFields(engine);
        Supplier<Completion> completion = () -> new Completion(engine.getTaskService(), forms, door::isManager);
        engine.setTaskService(new TaskServiceInTurn(door, completion, turn));
        engine.setFormService(new FormServiceInTurn(door, completion, turn));
        engine.setFilterService(new GuardedFilterService(engine::getIdentityService));
        engine.setIdentityService(new LastAdministrator());
        engine.setResourceAuthorizationProvider(new TaskGrants());
        refuseExpressionsInQueries(engine);
        engine.setLoginMaxAttempts(ATTEMPTS);
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableXxeProcessing(false);
        engine.setCmmnEnabled(false);
        engine.setCustomPreDeployers(new ArrayList<>(List.of(gate)));
    }

    private static void refuseExpressionsInQueries(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), new QueryGuard()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new QueryGuard()));
    }

    /** An interceptor is linked to its successor: each chain needs its own. */
    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> others, CommandInterceptor guard) {
        var all = new ArrayList<CommandInterceptor>(others == null ? List.of() : others);
        all.add(0, guard);
        return all;
    }
}
