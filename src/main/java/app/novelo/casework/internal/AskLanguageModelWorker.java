package app.novelo.casework.internal;

import app.novelo.ai.Gesture;
import app.novelo.ai.LanguageModel;
import app.novelo.ai.LanguageModelUnavailable;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Unhandled;
import app.novelo.engine.BusinessOutcome;
import app.novelo.engine.RemoteTask;
import app.novelo.engine.RemoteWorker;
import app.novelo.engine.Var;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_askLanguageModel}: an answer makes triage surer; none sends the message to a person. It is asked about
 * content only, so a picture that came with an "ok" stays content whatever the words are.
 */
@Component
class AskLanguageModelWorker implements RemoteWorker {

    private static final String UNAVAILABLE = "ai.unavailable";

    private final Conversations conversations;
    private final LanguageModel model;

    AskLanguageModelWorker(Conversations conversations, LanguageModel model) {
        this.conversations = conversations;
        this.model = model;
    }

    @Override
    public String topic() {
        return "ai.classifyMessage";
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Var.Value[] work(RemoteTask task) {
        var id = UUID.fromString(String.valueOf(task.conversation()));
        var said = conversations.saidWithoutCase(id);
        var text = text(said);
        if (text.isBlank()) {
            throw new BusinessOutcome(UNAVAILABLE, "there are no words to ask about");
        }
        try {
            var answer = model.classify(text, conversations.required(id).language());
            conversations.understood(
                    id,
                    answer.as(Gesture.CONTENT, answer.confidence()),
                    said.stream().map(Unhandled::id).toList());
            return new Var.Value[0];
        } catch (LanguageModelUnavailable e) {
            throw new BusinessOutcome(UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static String text(List<Unhandled> said) {
        return said.stream().map(Unhandled::text).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
