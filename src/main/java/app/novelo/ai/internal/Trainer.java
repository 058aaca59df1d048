package app.novelo.ai.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains one {@link LinearModel} with Tribuo. The same examples give the same model. */
final class Trainer {

    private static final long SEED = 20260101;

    private final List<Lesson> lessons;
    private final int epochs;
    private final int[] features;
    private final float[] idf;

    Trainer(List<Lesson> lessons, int epochs, int rarest) {
        this.lessons = lessons;
        this.epochs = epochs;
        var documents = documentFrequencies();
        features = documents.entrySet().stream()
                .filter(entry -> entry.getValue() >= rarest)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        idf = new float[features.length];
        for (int i = 0; i < idf.length; i++) {
            idf[i] = (float) (1 + Math.log((1.0 + lessons.size()) / (1.0 + documents.getOrDefault(features[i], 0))));
        }
    }

    LinearModel train() {
        var optimiser = new AdaGrad(0.5, 0.1, 0.0);
        var trainer = new LinearSGDTrainer(new LogMulticlass(), optimiser, epochs, -1, 4, SEED);
        return export(trainer.train(dataset()));
    }

    private Map<Integer, Integer> documentFrequencies() {
        var documents = new HashMap<Integer, Integer>();
        for (var lesson : lessons) {
            for (int block = 0; block < FeatureBag.BLOCKS; block++) {
                Arrays.stream(lesson.bag().block(block))
                        .distinct()
                        .forEach(hash -> documents.merge(hash, 1, Integer::sum));
            }
        }
        return documents;
    }

    private MutableDataset<Label> dataset() {
        var sizes = lessons.stream().collect(Collectors.groupingBy(Lesson::label, Collectors.counting()));
        var provenance = new SimpleDataSourceProvenance("novelo corpus", new LabelFactory());
        var dataset = new MutableDataset<>(provenance, new LabelFactory());
        for (var lesson : lessons) {
            double share = (double) sizes.getOrDefault(lesson.label(), 1L) * sizes.size() / lessons.size();
            var example = new ArrayExample<>(new Label(lesson.label()), (float) (1 / Math.sqrt(share)));
            LinearModel.vector(lesson.bag(), features, idf, (feature, value) -> example.add(name(feature), value));
            if (example.size() > 0) {
                dataset.add(example);
            }
        }
        return dataset;
    }

    private LinearModel export(LinearSGDModel model) {
        var outputs = model.getOutputIDInfo();
        var labels = outputs.getDomain().stream().map(Label::getLabel).sorted().toList();
        var trained = model.getWeightsCopy();
        var weights = new float[features.length * labels.size()];
        var bias = new float[labels.size()];
        for (int label = 0; label < bias.length; label++) {
            int row = outputs.getID(new Label(labels.get(label)));
            bias[label] = (float) trained.get(row, model.getFeatureIDMap().size());
            for (int feature = 0; feature < features.length; feature++) {
                int column = model.getFeatureIDMap().getID(name(feature));
                weights[feature * bias.length + label] = column < 0 ? 0 : (float) trained.get(row, column);
            }
        }
        return new LinearModel(labels, features, idf, weights, bias, 1);
    }

    private static String name(int feature) {
        return Integer.toString(feature, Character.MAX_RADIX);
    }

    /** An example reduced to what is learned from it. */
    record Lesson(FeatureBag bag, String label) {}
}
