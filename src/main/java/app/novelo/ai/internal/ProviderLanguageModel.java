package app.novelo.ai.internal;

import app.novelo.ai.Intent;
import app.novelo.ai.LanguageModel;
import app.novelo.ai.LanguageModelUnavailable;
import app.novelo.ai.Sentiment;
import app.novelo.ai.TextUnderstanding;
import app.novelo.ai.Understanding;
import app.novelo.ai.Urgency;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a provider for the labels and keeps them only if they are known ones. Facts, gesture and escalation words are found
 * locally, as the provider sees a masked text and must not be able to talk them away.
 */
@Component
class ProviderLanguageModel implements LanguageModel {

    private static final Set<String> LANGUAGES = Set.of("pt", "en", "es", LanguageIdentifier.UNDETERMINED);
    private static final int FAILURES_TO_PAUSE = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ChatSettings settings;
    private final TextUnderstanding local;
    private final PersonalDataMask mask;
    private final CircuitBreaker breaker = new CircuitBreaker(FAILURES_TO_PAUSE, PAUSE, System::nanoTime);
    private final @Nullable ProviderCall call;

    ProviderLanguageModel(ChatSettings settings, TextUnderstanding local, PersonalDataMask mask) {
        this.settings = settings;
        this.local = local;
        this.mask = mask;
        call = settings.isSet() ? new ProviderCall(settings) : null;
    }

    @Override
    public boolean isConfigured() {
        return call != null;
    }

    @Override
    public Understanding classify(String text, @Nullable String knownLanguage) {
        if (call == null) {
            throw new LanguageModelUnavailable("No provider is set (NOVELO_AI_CHAT_PROVIDER)");
        }
        if (!breaker.allows()) {
            throw new LanguageModelUnavailable("The provider failed repeatedly and is left alone for a while");
        }
        var found = local.understand(text, knownLanguage);
        try {
            var understanding = read(call.ask(safe(text), found.language()), found);
            breaker.succeeded();
            return understanding;
        } catch (LanguageModelUnavailable e) {
            breaker.failed();
            throw e;
        }
    }

    /** Masked, and unable to close the tags that mark it as data. */
    private String safe(String text) {
        return mask.mask(text).replace('<', '‹').replace('>', '›');
    }

    private Understanding read(MessageClassifier.Answer answer, Understanding found) {
        var intent = Intent.of(known(answer.intent())).orElseThrow(() -> nonsense("intent", answer.intent()));
        var sentiment =
                Sentiment.of(known(answer.sentiment())).orElseThrow(() -> nonsense("sentiment", answer.sentiment()));
        var urgency = Urgency.of(known(answer.urgency())).orElseThrow(() -> nonsense("urgency", answer.urgency()));
        var language = known(answer.language());
        return new Understanding(
                intent.id(),
                confidence(answer.confidence()),
                sentiment,
                urgency,
                LANGUAGES.contains(language) ? language : found.language(),
                found.gesture(),
                found.entities(),
                "provider:" + settings.requiredModel(),
                "prompt-" + MessageClassifier.PROMPT_VERSION,
                found.escalationWord());
    }

    private static double confidence(@Nullable Double value) {
        if (value == null || value.isNaN() || value < 0 || value > 1) {
            throw new LanguageModelUnavailable("The provider gave a confidence outside 0 to 1");
        }
        return value;
    }

    private static String known(@Nullable String label) {
        return label == null ? "" : label.strip();
    }

    /** The label's length only: what came instead of a label may hold anything. */
    private static LanguageModelUnavailable nonsense(String field, @Nullable String value) {
        return new LanguageModelUnavailable(
                "The provider gave an unknown " + field + " of " + known(value).length() + " characters");
    }
}
