package app.novelo.engine.internal;

import app.novelo.engine.DecisionRecord;
import app.novelo.engine.DecisionRecorder;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hears every evaluation of a table inside the engine and hands it to the recorders with all that was offered. */
@Component
class DecisionListener implements DmnDecisionTableEvaluationListener {

    private final ObjectProvider<DecisionRecorder> recorders;
    private final OfferedFacts offered;

    DecisionListener(ObjectProvider<DecisionRecorder> recorders, OfferedFacts offered) {
        this.recorders = recorders;
        this.offered = offered;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        var execution = execution();
        var rules = event.getMatchingRules();
        var version = event.getDecisionTable() instanceof DecisionDefinition definition ? definition.getVersion() : 0;
        var evaluation = new DecisionRecord(
                event.getDecisionTable().getKey(),
                version,
                offered.current(),
                rules.stream().map(DecisionListener::outputs).toList(),
                rules.stream().map(DmnEvaluatedDecisionRule::getId).toList(),
                execution == null ? null : execution.getProcessBusinessKey(),
                execution == null ? null : execution.getProcessInstanceId(),
                execution == null ? null : execution.getActivityInstanceId(),
                execution == null ? null : execution.getCurrentActivityId());
        recorders.orderedStream().forEach(recorder -> recorder.record(evaluation));
    }

    private static Map<String, @Nullable Object> outputs(DmnEvaluatedDecisionRule rule) {
        var outputs = new HashMap<String, @Nullable Object>();
        rule.getOutputEntries()
                .forEach((name, output) -> outputs.put(
                        name,
                        output.getValue() == null ? null : output.getValue().getValue()));
        return outputs;
    }

    private static @Nullable ExecutionEntity execution() {
        var context = Context.getBpmnExecutionContext();
        return context == null ? null : context.getExecution();
    }
}
