package app.novelo.decisions;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** A decision table as shipped, on an engine that has nothing but decisions. */
final class ShippedTable {

    private final String name;
    private final DmnModelInstance model;
    private final List<String> matched = new ArrayList<>();
    private final DmnEngine engine;
    private final DmnDecision decision;

    private ShippedTable(Path path) {
        name = path.getFileName().toString().replace(".dmn", "");
        model = Dmn.readModelFromFile(path.toFile());
        engine = engineThatTells(matched);
        decision = engine.parseDecision(name, model);
    }

    static Stream<ShippedTable> all() {
        try (Stream<Path> paths = Files.walk(Path.of("decisions"))) {
            return paths
                    .filter(path -> path.toString().endsWith(".dmn"))
                    .sorted()
                    .map(ShippedTable::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ShippedTable named(String name) {
        return all().filter(table -> table.name.equals(name)).findFirst().orElseThrow();
    }

    /** The rules that decided, by the names after {@code rule_}, and what they said. */
    record Verdict(List<String> rules, List<Map<String, Object>> outputs) {}

    Verdict decide(Map<String, @Nullable Object> inputs) {
        matched.clear();
        var outputs = engine.evaluateDecisionTable(decision, inputs).getResultList();
        return new Verdict(List.copyOf(matched), outputs);
    }

    List<String> rules() {
        return model.getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .map(ShippedTable::shortName)
                .toList();
    }

    /** Expression text → type, in the order of the columns. */
    Map<String, String> inputs() {
        return model.getModelElementsByType(Input.class).stream()
                .map(Input::getInputExpression)
                .collect(toMap(input -> input.getText().getTextContent(), input -> input.getTypeRef()));
    }

    List<String> outputs() {
        return model.getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static DmnEngine engineThatTells(List<String> matched) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .map(ShippedTable::shortName)
                .forEach(matched::add));
        return configuration.buildEngine();
    }

    private static String shortName(String ruleId) {
        return ruleId.replace("rule_", "");
    }
}
