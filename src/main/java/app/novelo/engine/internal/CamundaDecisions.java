package app.novelo.engine.internal;

import app.novelo.engine.DecisionFailed;
import app.novelo.engine.Decisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CamundaDecisions implements Decisions {

    private final DecisionService decisions;
    private final OfferedFacts offered;

    CamundaDecisions(DecisionService decisions, OfferedFacts offered) {
        this.decisions = decisions;
        this.offered = offered;
    }

    @Override
    public List<Map<String, @Nullable Object>> evaluate(String decision, Map<String, @Nullable Object> facts) {
        return offered.during(facts, () -> rows(evaluated(decision, facts)));
    }

    private DmnDecisionTableResult evaluated(String decision, Map<String, @Nullable Object> facts) {
        try {
            return decisions
                    .evaluateDecisionTableByKey(decision)
                    .variables(new HashMap<>(facts))
                    .evaluate();
        } catch (ProcessEngineException e) {
            throw new DecisionFailed(decision, e);
        }
    }

    private static List<Map<String, @Nullable Object>> rows(DmnDecisionTableResult result) {
        return result.getResultList().stream()
                .<Map<String, @Nullable Object>>map(HashMap::new)
                .toList();
    }
}
