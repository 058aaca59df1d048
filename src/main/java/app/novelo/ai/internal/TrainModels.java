package app.novelo.ai.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trains the local models and writes the artefact; run it after every change of the corpus, the word lists or the features:
 *
 * <pre>bin/train-ai</pre>
 *
 * Prints what the models reach on authors they were not trained on. Takes about a minute.
 */
final class TrainModels {

    /** The gate promises 0.95; the private mixture of messages is harder than ours, so a little is put on top. */
    private static final double ACCURACY_AT_GATE = 0.96;

    private static final double NO_GATE = 0;

    /** Held here, as the level of a logger nobody holds is forgotten. Tribuo reports every hundred steps. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private TrainModels() {}

    public static void main(String[] arguments) throws IOException {
        TRIBUO.setLevel(Level.WARNING);
        var artefact = new Artefact(
                Corpus.digest(),
                calibrated(Task.intent(), ACCURACY_AT_GATE),
                calibrated(Task.sentiment(), NO_GATE),
                calibrated(Task.language(), NO_GATE));
        var file = Path.of("src/main/resources/app/novelo/ai").resolve(Artefact.NAME);
        artefact.write(new BufferedOutputStream(Files.newOutputStream(file)));
        System.out.printf("%s: %d KB, version %s%n", file, Files.size(file) / 1024, artefact.version());
    }

    private static LinearModel calibrated(Task task, double accuracyAtGate) {
        var heldOut = task.leaveAuthorsOut();
        var model = task.learn(task.examples());
        float temperature = Calibration.temperature(model, heldOut, accuracyAtGate);
        System.out.println(Calibration.at(temperature, model, heldOut).report(task.name()));
        System.out.printf("  temperature %.2f, %d features%n", temperature, model.features().length);
        return Calibration.with(temperature, model);
    }
}
