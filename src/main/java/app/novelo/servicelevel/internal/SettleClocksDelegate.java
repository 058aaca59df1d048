package app.novelo.servicelevel.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settleClocks} in {@code processes/servicelevel/service-level.bpmn}. */
@Component
class SettleClocksDelegate implements JavaDelegate {

    private final StoredServiceLevels serviceLevels;

    SettleClocksDelegate(StoredServiceLevels serviceLevels) {
        this.serviceLevels = serviceLevels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var board = serviceLevels.settle(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
        ServiceLevelProcess.WORST.set(execution, board.worst().name());
        ServiceLevelProcess.NEXT_CHANGE_AT.set(execution, board.nextChangeAt());
    }
}
