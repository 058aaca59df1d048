package app.novelo.followup.internal;

import app.novelo.engine.DecisionCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A table {@code follow-up-cadence} must stop sooner or later, whoever the customer is: nobody is written to for ever. */
@Component
class CadenceEnds implements DecisionCheck {

    private static final String STOP = "stop";

    /** More attempts than anybody would defend, and where no rule that counts them can be meant any more. */
    private static final List<Integer> TOO_MANY = List.of(13, 1000);

    private static final List<String> STAGES =
            List.of("new", "contacted", "qualified", "opportunity", "proposal", "nurturing");
    private static final List<@Nullable String> GRADES = Arrays.asList("A", "B", "C", "D", null);
    private static final List<@Nullable String> MOODS = Arrays.asList("frustrated", "neutral", "positive", null);

    /** Stages of the table's own beyond these are not tried: the gate answers before Modeler gives up. */
    private static final int MOST_STAGES = 20;

    @Override
    public String decision() {
        return "follow-up-cadence";
    }

    @Override
    public List<String> reasons(Table table) {
        for (var stage : stages(table.words())) {
            for (var grade : GRADES) {
                var found = endless(table, stage, grade);
                if (found.isPresent()) {
                    return List.of(found.get());
                }
            }
        }
        return List.of();
    }

    private static List<@Nullable String> stages(Set<String> words) {
        var stages = new LinkedHashSet<>(STAGES);
        words.stream()
                .filter(word -> !GRADES.contains(word) && !MOODS.contains(word))
                .sorted()
                .limit(MOST_STAGES)
                .forEach(stages::add);
        var all = new ArrayList<@Nullable String>(stages);
        all.add(null);
        return all;
    }

    private static Optional<String> endless(Table table, @Nullable String stage, @Nullable String grade) {
        for (var attempt : TOO_MANY) {
            for (var mood : MOODS) {
                for (var open : List.of(true, false)) {
                    var answer = action(table, inputs(stage, grade, attempt, open, mood));
                    if (!STOP.equals(answer)) {
                        return Optional.of("a cadence must end: at attempt " + attempt + ", stage \"" + stage
                                + "\", grade \"" + grade + "\", it still answers \"" + answer
                                + "\". Put a rule at the top that answers stop from some attempt on, 13 at the latest");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, @Nullable Object> inputs(
            @Nullable String stage, @Nullable String grade, int attempt, boolean open, @Nullable String mood) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("stage", stage);
        inputs.put("grade", grade);
        inputs.put("attempt", attempt);
        inputs.put("windowOpen", open);
        inputs.put("lastSentiment", mood);
        return inputs;
    }

    private static @Nullable String action(Table table, Map<String, @Nullable Object> inputs) {
        var answers = table.decide(inputs);
        return answers.isEmpty() ? null : String.valueOf(answers.get(0).get("action"));
    }
}
