package app.novelo.ai;

import org.jspecify.annotations.Nullable;

/**
 * A language model at a provider, asked where {@link TextUnderstanding} is unsure.
 *
 * <p>A call lasts up to {@code novelo.ai.chat.timeout}: make it outside any database transaction, from an external task.
 */
public interface LanguageModel {

    /** Whether a provider is set at all; without one, {@link #classify} always throws. */
    boolean isConfigured();

    /**
     * The provider's reading of the text. Documents, cards, e-mail addresses and phone numbers are masked before it leaves;
     * entities, gesture and escalation words are found locally.
     *
     * @throws LanguageModelUnavailable whenever no usable answer came: not configured, refused, late or nonsense
     */
    Understanding classify(String text, @Nullable String knownLanguage);
}
