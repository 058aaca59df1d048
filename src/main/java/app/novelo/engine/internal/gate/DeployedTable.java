package app.novelo.engine.internal.gate;

import app.novelo.engine.DecisionCheck;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.jspecify.annotations.Nullable;

/** A decision of a file that is not deployed yet, on the engine's own decision engine; nothing of it is recorded. */
final class DeployedTable implements DecisionCheck.Table {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final XmlFile file;

    DeployedTable(DmnEngine engine, String key, byte[] content, XmlFile file) {
        this.engine = engine;
        this.decision = engine.parseDecision(key, new ByteArrayInputStream(content));
        this.file = file;
    }

    @Override
    public List<Map<String, Object>> decide(Map<String, @Nullable Object> inputs) {
        return engine.evaluateDecisionTable(decision, inputs).getResultList();
    }

    @Override
    public Set<String> words() {
        return file.named("text")
                .filter(text -> text.isIn("inputEntry"))
                .flatMap(text -> QUOTED.matcher(text.text()).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
