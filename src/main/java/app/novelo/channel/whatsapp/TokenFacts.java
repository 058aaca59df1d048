package app.novelo.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an account's token is good for, of {@code GET /debug_token}. The token asks about itself. */
@Component
class TokenFacts {

    private final GraphQuestions graph;
    private final Tokens tokens;

    TokenFacts(GraphQuestions graph, Tokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    /**
     * @param app id of the app that it belongs to; null if Meta does not tell
     * @param expires null = never, or not told
     * @param error why it could not be asked; 0 = it could
     */
    record Facts(boolean valid, @Nullable String app, List<String> scopes, @Nullable Instant expires, int error) {}

    /** Its address holds the token: it is shown and logged nowhere. */
    Facts of(String account) throws IOException {
        var answer = graph.get(account, "debug_token?input_token=" + URLEncoder.encode(tokens.of(account), UTF_8));
        var error = answer.error().orElse(null);
        if (error != null) {
            return new Facts(false, null, List.of(), null, error.code());
        }
        var data = answer.body().path("data");
        var scopes = new ArrayList<String>();
        data.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return new Facts(
                data.path("is_valid").asBoolean(),
                Told.word(data.path("app_id")),
                List.copyOf(scopes),
                Told.end(data.path("expires_at")),
                0);
    }
}
