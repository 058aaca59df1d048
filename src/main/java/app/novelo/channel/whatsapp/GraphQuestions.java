package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks about numbers, accounts and tokens, where a no is an answer as well. Never inside a transaction. */
@Component
class GraphQuestions {

    /** A person may wait for it. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final GraphCalls calls;

    GraphQuestions(GraphCalls calls) {
        this.calls = calls;
    }

    /** @param body missing if there is an error */
    record Answer(JsonNode body, @Nullable ChannelError refusal) {

        boolean isOk() {
            return refusal == null;
        }

        Optional<ChannelError> error() {
            return Optional.ofNullable(refusal);
        }
    }

    /** @param path behind the version, with its query */
    Answer get(String account, String path) throws IOException {
        return ask(calls.request(account, path).GET());
    }

    Answer post(String account, String path) throws IOException {
        return ask(calls.request(account, path).POST(BodyPublishers.noBody()));
    }

    private Answer ask(HttpRequest.Builder request) throws IOException {
        try {
            return new Answer(calls.call(request.timeout(LONGEST)), null);
        } catch (GraphRefused e) {
            var words = e.words();
            return new Answer(
                    MissingNode.getInstance(),
                    new ChannelError(e.code(), words == null ? String.valueOf(e.getMessage()) : words, null));
        }
    }
}
