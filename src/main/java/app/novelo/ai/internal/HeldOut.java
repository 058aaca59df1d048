package app.novelo.ai.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Predictions for examples the model had not seen, and what they say about it. */
record HeldOut(List<Prediction> predictions) {

    /** Where the decision tables' gate stands: below it a person or a provider is asked. */
    static final double GATE = 0.5;

    double accuracy() {
        return accuracy(predictions);
    }

    double accuracyIn(String language) {
        return accuracy(predictions.stream()
                .filter(prediction -> prediction.example().language().equals(language))
                .toList());
    }

    double gatedAccuracy() {
        return accuracy(gated());
    }

    double coverage() {
        return (double) gated().size() / predictions.size();
    }

    String report(String title) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: n=%d accuracy=%.3f at p>=%.1f accuracy=%.3f coverage=%.3f",
                title,
                predictions.size(),
                accuracy(),
                GATE,
                gatedAccuracy(),
                coverage()));
        lines.add("  language " + by(prediction -> prediction.example().language()));
        lines.add("  label    " + by(prediction -> prediction.example().label()));
        lines.add("  author   " + by(prediction -> prediction.example().author()));
        return String.join("\n", lines);
    }

    private List<Prediction> gated() {
        return predictions.stream()
                .filter(prediction -> prediction.probability() >= GATE)
                .toList();
    }

    private String by(Function<Prediction, String> group) {
        return predictions.stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> String.format(Locale.ROOT, "%s=%.3f", entry.getKey(), accuracy(entry.getValue())))
                .collect(Collectors.joining(" "));
    }

    private static double accuracy(List<Prediction> predictions) {
        ToDoubleFunction<Prediction> hit = prediction -> prediction.isRight() ? 1 : 0;
        return predictions.stream().mapToDouble(hit).average().orElse(1);
    }

    /** @param scores before softmax, so that a temperature can be tried on them */
    record Prediction(Corpus.Example example, String label, double probability, double[] scores) {
        boolean isRight() {
            return example.label().equals(label);
        }
    }
}
