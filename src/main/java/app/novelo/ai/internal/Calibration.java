package app.novelo.ai.internal;

/**
 * Finds the temperature at which a probability means what it says, and the gate holds what it promises.
 *
 * <p>Least surprise on held-out predictions comes first; then the temperature rises until enough of what passes
 * {@link HeldOut#GATE} is right.
 */
final class Calibration {

    private static final double STEP = 1.03;

    private Calibration() {}

    static float temperature(LinearModel model, HeldOut heldOut, double accuracyAtGate) {
        float temperature = leastSurprise(model, heldOut);
        while (temperature < 10 && at(temperature, model, heldOut).gatedAccuracy() < accuracyAtGate) {
            temperature *= (float) STEP;
        }
        return temperature;
    }

    static LinearModel with(float temperature, LinearModel model) {
        return new LinearModel(
                model.labels(), model.features(), model.idf(), model.weights(), model.bias(), temperature);
    }

    static HeldOut at(float temperature, LinearModel model, HeldOut heldOut) {
        var scaled = with(temperature, model);
        return new HeldOut(heldOut.predictions().stream()
                .map(prediction -> {
                    var best = Best.of(scaled.softmax(prediction.scores()));
                    return new HeldOut.Prediction(
                            prediction.example(), prediction.label(), best.probability(), prediction.scores());
                })
                .toList());
    }

    private static float leastSurprise(LinearModel model, HeldOut heldOut) {
        float best = 1;
        double least = Double.MAX_VALUE;
        for (float temperature = 0.2f; temperature < 10; temperature *= (float) STEP) {
            double surprise = surprise(with(temperature, model), heldOut);
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }

    private static double surprise(LinearModel model, HeldOut heldOut) {
        return heldOut.predictions().stream()
                .mapToDouble(prediction -> {
                    int right = model.labels().indexOf(prediction.example().label());
                    return -Math.log(Math.max(1e-9, model.softmax(prediction.scores())[right]));
                })
                .sum();
    }
}
