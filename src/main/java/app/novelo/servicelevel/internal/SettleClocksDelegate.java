package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockState;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settleClocks} in {@code processes/servicelevel/service-level.bpmn}. */
@Component
class SettleClocksDelegate implements JavaDelegate {

    private final DueClocks dueClocks;

    SettleClocksDelegate(DueClocks dueClocks) {
        this.dueClocks = dueClocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var board = dueClocks.settle(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
        ServiceLevelProcess.WORST.set(execution, shown(board.worst(), execution).name());
        ServiceLevelProcess.NEXT_CHANGE_AT.set(execution, board.nextChangeAt());
    }

    /** An instance of the diagram's first version knows neither Warned nor Paused, and would take them for an end. */
    private static ClockState shown(ClockState worst, DelegateExecution execution) {
        boolean isNew = worst == ClockState.WARNED || worst == ClockState.PAUSED;
        return isNew && execution.getBpmnModelInstance().getModelElementById(ServiceLevelProcess.PAUSED) == null
                ? ClockState.RUNNING
                : worst;
    }
}
