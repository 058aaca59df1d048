package app.novelo.ai.internal;

import app.novelo.ai.LanguageModelUnavailable;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One question to an OpenAI-compatible server, with one retry and one time limit for both. */
final class ProviderCall {

    private final MessageClassifier classifier;
    private final Duration timeout;

    // A time limit of the HTTP client ends with the response's headers; a body that trickles would hold the caller for
    // ever.
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "ai-provider");
        thread.setDaemon(true);
        return thread;
    });

    ProviderCall(ChatSettings settings) {
        timeout = settings.timeout();
        var key = settings.apiKey();
        var model = OpenAiChatModel.builder()
                .baseUrl(settings.requiredBaseUrl())
                .apiKey(key == null || key.isBlank() ? "none" : key)
                .modelName(settings.requiredModel())
                .temperature(0.0)
                .timeout(timeout)
                .maxRetries(0)
                .build();
        classifier = AiServices.create(MessageClassifier.class, model);
    }

    MessageClassifier.Answer ask(String text, String language) {
        var answer = threads.submit(() -> askTwice(text, language));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            answer.cancel(true);
            throw new LanguageModelUnavailable("The provider did not answer within " + timeout, late);
        } catch (ExecutionException e) {
            throw new LanguageModelUnavailable("The provider gave no usable answer", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new LanguageModelUnavailable("Interrupted while the provider was asked", e);
        }
    }

    /** Again only where the server failed at once, such as 429 or 500; a slow one would be as slow again. */
    private MessageClassifier.Answer askTwice(String text, String language) {
        try {
            return required(classifier.classify(text, language));
        } catch (TimeoutException late) {
            throw late;
        } catch (RetriableException e) {
            return required(classifier.classify(text, language));
        }
    }

    private static MessageClassifier.Answer required(
            MessageClassifier.@org.jspecify.annotations.Nullable Answer answer) {
        if (answer == null) {
            throw new LanguageModelUnavailable("The provider gave an empty answer");
        }
        return answer;
    }
}
