package app.novelo.channel.whatsapp;

import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The account is reviewed and nothing blocks it. */
@Component
class AccountCheck implements LineCheck {

    private final GraphQuestions graph;

    AccountCheck(GraphQuestions graph) {
        this.graph = graph;
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public boolean isNeededToSend() {
        return true;
    }

    @Override
    public Finding check(Line line) throws IOException {
        var answer = graph.get(line.accountId(), line.accountId() + "?fields=" + StandingReader.ACCOUNT_FIELDS);
        var error = answer.error().orElse(null);
        if (error != null) {
            return Finding.wrong(
                    name(),
                    "account-unknown",
                    "Meta does not show it: " + error.code() + ", " + error.title(),
                    "Assign the account to the token's system user, with full control.");
        }
        var review = answer.body().path("account_review_status").asText("APPROVED");
        var blocks = Told.blocks(answer.body().path("health_status"), StandingReader.OF_ACCOUNT);
        if (!blocks.isEmpty() || review.equals("REJECTED")) {
            return Finding.wrong(
                    name(),
                    "account-blocked",
                    "Review: " + review + ". " + String.join(" ", blocks),
                    "See in WhatsApp Manager what Meta asks for, or appeal there.");
        }
        return Finding.fine(name(), Told.sentence(answer.body().path("name")) + ", " + review + ".");
    }
}
