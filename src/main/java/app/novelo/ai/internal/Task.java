package app.novelo.ai.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One thing to learn: from which examples, by which features, how long. */
record Task(
        String name,
        List<Corpus.Example> examples,
        Function<Corpus.Example, FeatureBag> features,
        Function<Corpus.Example, String> label,
        int epochs,
        int rarest) {

    static Task intent() {
        return new Task("intent", Corpus.intents(), Task::meaning, Corpus.Example::label, 20, 1);
    }

    static Task sentiment() {
        return new Task("sentiment", Corpus.sentiments(), Task::meaning, Corpus.Example::label, 20, 1);
    }

    static Task language() {
        var all = new ArrayList<>(Corpus.intents());
        all.addAll(Corpus.sentiments());
        return new Task("language", all, Task::spelling, Corpus.Example::language, 8, 2);
    }

    LinearModel learn(List<Corpus.Example> from) {
        var lessons = from.stream()
                .map(example -> new Trainer.Lesson(features.apply(example), label.apply(example)))
                .toList();
        return new Trainer(lessons, epochs, rarest).train();
    }

    /** Every author's lines, predicted by a model trained on all the others'. */
    HeldOut leaveAuthorsOut() {
        var predictions = new ArrayList<HeldOut.Prediction>();
        for (var author :
                examples.stream().map(Corpus.Example::author).distinct().toList()) {
            var model = learn(examples.stream()
                    .filter(example -> !example.author().equals(author))
                    .toList());
            examples.stream()
                    .filter(example -> example.author().equals(author))
                    .forEach(example -> predictions.add(predict(model, example)));
        }
        return new HeldOut(predictions);
    }

    HeldOut.Prediction predict(LinearModel model, Corpus.Example example) {
        var scores = model.scores(features.apply(example));
        var best = Best.of(model.softmax(scores));
        var labelled = new Corpus.Example(example.author(), label.apply(example), example.language(), example.text());
        return new HeldOut.Prediction(labelled, model.labels().get(best.index()), best.probability(), scores);
    }

    static FeatureBag meaning(Corpus.Example example) {
        return FeatureBag.of(PlainText.of(example.text()));
    }

    static FeatureBag spelling(Corpus.Example example) {
        return FeatureBag.ofSpelling(LanguageIdentifier.spelling(example.text()));
    }
}
