package app.novelo.ai.internal;

import java.util.Arrays;
import java.util.List;

/**
 * A trained multinomial logistic regression over TF-IDF features, ready to predict.
 *
 * <p>Tribuo trains it; its own predict builds an example with named features first, which costs more than the dot product.
 *
 * @param features hashes, sorted
 * @param idf rarity of each feature
 * @param weights for each feature one per label
 * @param bias one per label
 * @param temperature divides the scores before softmax; chosen on held-out examples
 */
record LinearModel(List<String> labels, int[] features, float[] idf, float[] weights, float[] bias, float temperature) {

    /** Share of each block in the features' length: words, characters, concepts. */
    private static final float[] BLOCK_WEIGHTS = {1f, 1f, 0.8f};

    double[] probabilities(FeatureBag bag) {
        return softmax(scores(bag));
    }

    double[] scores(FeatureBag bag) {
        var scores = new double[labels.size()];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = bias[label];
        }
        vector(bag, features, idf, (feature, value) -> {
            for (int label = 0; label < scores.length; label++) {
                scores[label] += value * weights[feature * scores.length + label];
            }
        });
        return scores;
    }

    /** Feeds the known features of a bag to the sink, each block scaled to its weight; the same for training and prediction. */
    static void vector(FeatureBag bag, int[] features, float[] idf, Sink sink) {
        for (int block = 0; block < FeatureBag.BLOCKS; block++) {
            var hashes = bag.block(block);
            Arrays.sort(hashes);
            var found = new int[hashes.length];
            var values = new double[hashes.length];
            int size = 0;
            double squares = 0;
            for (int i = 0; i < hashes.length; ) {
                int from = i;
                while (i < hashes.length && hashes[i] == hashes[from]) {
                    i++;
                }
                int feature = Arrays.binarySearch(features, hashes[from]);
                if (feature >= 0) {
                    found[size] = feature;
                    values[size] = (1 + Math.log(i - from)) * idf[feature];
                    squares += values[size] * values[size];
                    size++;
                }
            }
            for (int i = 0; i < size; i++) {
                sink.accept(found[i], BLOCK_WEIGHTS[block] * values[i] / Math.sqrt(squares));
            }
        }
    }

    double[] softmax(double[] scores) {
        double highest = Arrays.stream(scores).max().orElse(0);
        var exponents = Arrays.stream(scores)
                .map(score -> Math.exp((score - highest) / temperature))
                .toArray();
        double sum = Arrays.stream(exponents).sum();
        return Arrays.stream(exponents).map(exponent -> exponent / sum).toArray();
    }

    /** Takes one feature and its value. */
    interface Sink {
        void accept(int feature, double value);
    }
}
