package app.novelo.engine.internal;

import app.novelo.engine.DecisionFailed;
import app.novelo.engine.DecisionRecord;
import app.novelo.engine.DecisionRecorder;
import app.novelo.engine.Decisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
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

    @Override
    public Set<String> inputCells(String decision) {
        return newest(decision)
                .map(definition -> repository.getDmnModelInstance(definition.getId()))
                .orElseThrow(() -> new DecisionFailed(decision, new IllegalStateException("it is not deployed")))
                .getModelElementsByType(InputEntry.class)
                .stream()
                .map(InputEntry::getTextContent)
                .collect(Collectors.toSet());
    }

    private Optional<DecisionDefinition> newest(String decision) {
        return Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult());
    }

    @Override
    public boolean says(String decision, String expression) {
        return newest(decision)
                .filter(definition ->
                        repository
                                .getDmnModelInstance(definition.getId())
                                .getModelElementsByType(OutputEntry.class)
                                .stream()
                                .anyMatch(entry -> entry.getTextContent().contains(expression)))
                .isPresent();
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
