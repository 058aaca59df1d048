package app.novelo.lead.internal;

import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores and grades a lead anew, by the tables {@code lead-score} and {@code lead-grade}. */
@Component
class LeadRating {

    private final LeadService leads;
    private final Decisions decisions;
    private final DecisionFacts facts;

    LeadRating(LeadService leads, Decisions decisions, DecisionFacts facts) {
        this.leads = leads;
        this.decisions = decisions;
        this.facts = facts;
    }

    void anew(Lead lead) {
        var number = lead.getId();
        var known = new HashMap<>(facts.of(LeadProcess.KIND, number));
        var points = said("lead-score", known, "points") instanceof Number some ? some.intValue() : null;
        known.put("score", points);
        leads.rate(number, points, said("lead-grade", known, "grade") instanceof String grade ? grade : null);
        leads.takenSooner(number, said("lead-grade", known, "priority") instanceof String priority ? priority : null);
    }

    private @Nullable Object said(String table, Map<String, @Nullable Object> known, String output) {
        var said = decisions.evaluate(table, known);
        return said.isEmpty() ? null : said.get(0).get(output);
    }
}
