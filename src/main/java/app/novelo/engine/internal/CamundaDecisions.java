package app.novelo.engine.internal;

import app.novelo.engine.DecisionFailed;
import app.novelo.engine.DecisionRecord;
import app.novelo.engine.DecisionRecorder;
import app.novelo.engine.Decisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CamundaDecisions implements Decisions, DecisionRecorder {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final OfferedFacts offered;

    /** What was decided on this thread while {@link #decide} asked. */
    private final ThreadLocal<Optional<DecisionRecord>> heard = ThreadLocal.withInitial(Optional::empty);

    CamundaDecisions(DecisionService decisions, RepositoryService repository, OfferedFacts offered) {
        this.decisions = decisions;
        this.repository = repository;
        this.offered = offered;
    }

    @Override
    public List<Map<String, @Nullable Object>> evaluate(String decision, Map<String, @Nullable Object> facts) {
        return offered.during(facts, () -> rows(evaluated(decision, facts)));
    }

    @Override
    public DecisionRecord decide(String decision, Map<String, @Nullable Object> facts) {
        heard.remove();
        try {
            evaluate(decision, facts);
            return heard.get().orElseThrow(() -> new IllegalStateException(decision + " decided unheard"));
        } finally {
            heard.remove();
        }
    }

    @Override
    public void record(DecisionRecord evaluation) {
        heard.set(Optional.of(evaluation));
    }

    @Override
    public Optional<String> annotation(String decision, int version, String rule) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .decisionDefinitionVersion(version)
                .singleResult();
        return Optional.ofNullable(definition)
                .map(known -> repository.getDmnModelInstance(known.getId()).<Rule>getModelElementById(rule))
                .map(Rule::getDescription)
                .map(Description::getTextContent)
                .map(String::strip);
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
