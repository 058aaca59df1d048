package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.engine.DecisionFacts;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.HashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_startServiceLevel} in every kind of case: asks {@code sla.dmn} once per metric. */
@Component
class StartServiceLevelDelegate implements JavaDelegate {

    private final ServiceLevels serviceLevels;
    private final DecisionFacts facts;
    private final CaseRows cases;
    private final Clock clock;

    StartServiceLevelDelegate(ServiceLevels serviceLevels, DecisionFacts facts, CaseRows cases, Clock clock) {
        this.serviceLevels = serviceLevels;
        this.facts = facts;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var known = new HashMap<>(facts.of("", number));
        var due = serviceLevels.start(number, known, clock.instant()).orElse(null); // the table may promise nothing
        CaseProcess.DUE_AT.setOrClear(execution, due);
        cases.due(number, due);
    }
}
