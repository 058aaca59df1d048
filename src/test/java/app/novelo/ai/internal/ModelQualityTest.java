package app.novelo.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Floors somewhat under what was measured (docs/ai.md), on lines that are in no corpus. */
class ModelQualityTest {

    private final Artefact models = Artefact.load();

    @Test
    void artefactWasTrainedOnTheCorpusAsItIs() {
        assertThat(models.digest())
                .as("run bin/train-ai after a change of corpus, words or features")
                .isEqualTo(Corpus.digest());
    }

    @Test
    void heldOutLinesAreInNoCorpus() {
        var known = Corpus.intents().stream().map(ModelQualityTest::bare).collect(Collectors.toSet());

        assertThat(heldOut("intents")).noneMatch(example -> known.contains(bare(example)));
    }

    @Test
    void intentHoldsItsFloor() {
        var task = Task.intent();
        var result = result(task, models.intent(), "intents");

        assertThat(result.accuracy()).as(result.report("intent")).isGreaterThan(0.88);
        assertThat(result.accuracyIn("pt")).isGreaterThan(0.87);
        assertThat(result.gatedAccuracy()).isGreaterThan(0.94);
        assertThat(result.coverage()).isGreaterThan(0.75);
    }

    @Test
    void sentimentHoldsItsFloor() {
        var result = result(Task.sentiment(), models.sentiment(), "sentiments");

        assertThat(result.accuracy()).as(result.report("sentiment")).isGreaterThan(0.90);
    }

    @Test
    void languageHoldsItsFloor() {
        var languages = new LanguageIdentifier(models.language());
        var examples = heldOut("intents");

        assertThat(examples.stream()
                        .filter(example -> example.language().equals(languages.identify(example.text(), null))))
                .hasSizeGreaterThan((int) (0.93 * examples.size()));
    }

    private static HeldOut result(Task task, LinearModel model, String file) {
        return new HeldOut(heldOut(file).stream()
                .map(example -> task.predict(model, example))
                .toList());
    }

    private static List<Corpus.Example> heldOut(String file) {
        return Corpus.read("held-out", Resources.bytes("held-out-" + file + ".tsv"));
    }

    private static String bare(Corpus.Example example) {
        return PlainText.of(example.text()).padded();
    }
}
