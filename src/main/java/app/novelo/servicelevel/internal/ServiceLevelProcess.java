package app.novelo.servicelevel.internal;

import app.novelo.engine.Var;
import java.time.Instant;

/** Names shared by {@code processes/servicelevel/service-level.bpmn} and this module's code. */
final class ServiceLevelProcess {

    static final String KEY = "service-level";
    static final String CHANGED = "serviceLevel.changed";
    static final String PAUSED = "receiveTask_paused";
    static final Var<String> WORST = Var.text("worst");
    static final Var<Instant> NEXT_CHANGE_AT = Var.instant("nextChangeAt");

    private ServiceLevelProcess() {}
}
