package app.novelo.ai.internal;

import app.novelo.ai.Entity;
import app.novelo.ai.Gesture;
import app.novelo.ai.Intent;
import app.novelo.ai.Sentiment;
import app.novelo.ai.TextUnderstanding;
import app.novelo.ai.Understanding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The built-in models and rules: no network, no provider, the same on every machine. */
@Component
class LocalUnderstanding implements TextUnderstanding {

    static final String ENGINE = "local";

    private final Artefact models = Artefact.load();
    private final LanguageIdentifier languages = new LanguageIdentifier(models.language());
    private final EntityFinder entities;

    LocalUnderstanding(EntityFinder entities) {
        this.entities = entities;
    }

    @Override
    public Understanding understand(@Nullable String text, @Nullable String knownLanguage) {
        var plain = PlainText.of(text);
        var found = text == null ? List.<Entity>of() : entities.in(text);
        var language = languages.identify(text, knownLanguage);
        var gesture = GestureRules.of(plain);
        var bag = FeatureBag.of(plain);
        var intent = intent(plain, bag, gesture);
        return new Understanding(
                models.intent().labels().get(intent.index()),
                intent.probability(),
                sentiment(plain, bag),
                UrgencyRules.of(plain, gesture),
                language,
                gesture,
                found,
                ENGINE,
                models.version(),
                EscalationWords.in(plain));
    }

    /** A text without a single word of ours says nothing: {@code other} at 0. A courtesy is {@code other} for sure. */
    private Best intent(PlainText text, FeatureBag bag, Gesture gesture) {
        int other = models.intent().labels().indexOf(Intent.OTHER.id());
        if (gesture != Gesture.CONTENT) {
            return new Best(other, 1);
        }
        return text.hasWords() ? Best.of(models.intent().probabilities(bag)) : new Best(other, 0);
    }

    private Sentiment sentiment(PlainText text, FeatureBag bag) {
        if (text.words().isEmpty()) {
            return Sentiment.NEUTRAL;
        }
        var model = models.sentiment();
        var best = Best.of(model.probabilities(bag));
        return Sentiment.of(model.labels().get(best.index())).orElse(Sentiment.NEUTRAL);
    }
}
