package app.novelo.engine.internal.gate;

import app.novelo.engine.DecisionCheck;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules demand of tables of their own, besides what holds for all. */
@Component
class OwnDemands {

    private final ObjectProvider<DecisionCheck> checks;

    OwnDemands(ObjectProvider<DecisionCheck> checks) {
        this.checks = checks;
    }

    List<Finding> findings(DmnEngine engine, byte[] content, XmlFile file) {
        return checks.stream()
                .filter(check -> file.named("decision")
                        .anyMatch(decision -> check.decision().equals(decision.id())))
                .flatMap(check -> findings(check, engine, content, file))
                .toList();
    }

    /** A table that cannot even be asked is none that may go live. */
    private static Stream<Finding> findings(DecisionCheck check, DmnEngine engine, byte[] content, XmlFile file) {
        var key = check.decision();
        try {
            return check.reasons(new DeployedTable(engine, key, content, file)).stream()
                    .map(reason -> new Finding(key, reason));
        } catch (RuntimeException e) {
            return Stream.of(new Finding(key, "it cannot be asked: " + e.getMessage()));
        }
    }
}
