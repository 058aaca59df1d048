package app.novelo.ai.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider of the chat model; without {@code provider} and {@code base-url} none is asked.
 *
 * @param provider {@code openai}, {@code anthropic}, {@code google} or {@code ollama}: chooses the base URL where none is set
 * @param baseUrl of any server that speaks OpenAI's chat completions, up to and with {@code /v1}
 * @param apiKey sent as a bearer token; may be missing for a server of one's own
 * @param model the model's name at the provider
 * @param timeout longest time for one classification, its retry included
 */
@ConfigurationProperties("novelo.ai.chat")
record ChatSettings(
        @Nullable String provider,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable String model,
        @DefaultValue("20s") Duration timeout) {

    boolean isSet() {
        return !isBlank(provider) || !isBlank(baseUrl);
    }

    String requiredModel() {
        if (model == null || model.isBlank()) {
            throw new IllegalStateException(
                    "NOVELO_AI_CHAT_PROVIDER or _BASE_URL is set, but NOVELO_AI_CHAT_MODEL is not");
        }
        return model;
    }

    /** Each of the four offers OpenAI's chat completions at this address; see docs/ai.md. */
    String requiredBaseUrl() {
        if (baseUrl != null && !baseUrl.isBlank()) {
            return baseUrl;
        }
        return switch (String.valueOf(provider).strip().toLowerCase(java.util.Locale.ROOT)) {
            case "openai" -> "https://api.openai.com/v1";
            case "anthropic" -> "https://api.anthropic.com/v1";
            case "google" -> "https://generativelanguage.googleapis.com/v1beta/openai";
            case "ollama" -> "http://localhost:11434/v1";
            default ->
                throw new IllegalStateException("NOVELO_AI_CHAT_PROVIDER is \"" + provider
                        + "\"; it must be openai, anthropic, google or ollama, or set NOVELO_AI_CHAT_BASE_URL");
        };
    }

    /** Without the key, as settings end up in logs. */
    @Override
    public String toString() {
        return "ChatSettings[provider=%s, baseUrl=%s, model=%s, timeout=%s]"
                .formatted(provider, baseUrl, model, timeout);
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
