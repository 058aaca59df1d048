package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The number is there, belongs to the account and can send. */
@Component
class NumberCheck implements LineCheck {

    private static final String CONNECTED = "CONNECTED";

    private final GraphQuestions graph;

    NumberCheck(GraphQuestions graph) {
        this.graph = graph;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String name() {
        return "number";
    }

    @Override
    public boolean isNeededToSend() {
        return true;
    }

    @Override
    public Finding check(Line line) throws IOException {
        var answer = graph.get(line.accountId(), line.providerId() + "?fields=" + StandingReader.NUMBER_FIELDS);
        var error = answer.error().orElse(null);
        return error == null ? judge(answer.body()) : refused(error);
    }

    private Finding refused(ChannelError error) {
        return Finding.wrong(
                name(),
                "number-unknown",
                "Meta does not show it: " + error.code() + ", " + error.title(),
                "Compare the phone number id and the account id with those in WhatsApp Manager, and assign the account to"
                        + " the token's system user.");
    }

    private Finding judge(JsonNode number) {
        var status = number.path("status").asText(CONNECTED);
        var blocks = Told.blocks(number.path("health_status"), StandingReader.OF_NUMBER);
        if (!blocks.isEmpty() || !status.equals(CONNECTED) && !Warnings.isOnlyIll(status)) {
            return Finding.wrong(
                    name(),
                    "number-blocked",
                    "It is " + status + ". " + String.join(" ", blocks),
                    "Register the number, or see in WhatsApp Manager what Meta asks for.");
        }
        return Finding.fine(
                name(),
                "%s, %s, quality %s."
                        .formatted(
                                Told.sentence(number.path("verified_name")),
                                status,
                                number.path("quality_rating").asText("UNKNOWN")));
    }
}
