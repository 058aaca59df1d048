package app.novelo.channel.whatsapp;

import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The account tells our app what happens; without that nothing arrives although everything else is fine. */
@Component
class SubscriptionCheck implements LineCheck {

    private static final String SUBSCRIBE = "Subscribe the account: POST /api/v1/lines/{id}/subscribe.";

    private final GraphQuestions graph;
    private final TokenFacts tokens;

    SubscriptionCheck(GraphQuestions graph, TokenFacts tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String name() {
        return "subscription";
    }

    @Override
    public boolean isNeededToSend() {
        return false;
    }

    @Override
    public Finding check(Line line) throws IOException {
        var answer = graph.get(line.accountId(), path(line));
        var error = answer.error().orElse(null);
        if (error != null) {
            return Finding.wrong(name(), "unreadable", error.code() + ", " + error.title(), SUBSCRIBE);
        }
        var apps = new ArrayList<String>();
        answer.body()
                .path("data")
                .forEach(app -> apps.add(
                        app.path("whatsapp_business_api_data").path("id").asText()));
        return judge(apps, tokens.of(line.accountId()).app());
    }

    private Finding judge(List<String> apps, @Nullable String own) {
        if (apps.isEmpty()) {
            return Finding.wrong(name(), "not-subscribed", "No app hears of this account.", SUBSCRIBE);
        }
        return own == null || apps.contains(own)
                ? Finding.fine(name(), "The app hears of the account.")
                : Finding.wrong(
                        name(), "other-app", "Other apps hear of this account, the token's does not.", SUBSCRIBE);
    }

    static String path(Line line) {
        return line.accountId() + "/subscribed_apps";
    }
}
