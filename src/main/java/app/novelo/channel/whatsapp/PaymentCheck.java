package app.novelo.channel.whatsapp;

import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** What costs can be paid; without that Meta refuses it with 131042. */
@Component
class PaymentCheck implements LineCheck {

    private final GraphQuestions graph;

    PaymentCheck(GraphQuestions graph) {
        this.graph = graph;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public boolean isNeededToSend() {
        return false;
    }

    @Override
    public Finding check(Line line) throws IOException {
        var answer = graph.get(line.accountId(), line.accountId() + "?fields=primary_funding_id,currency");
        var funding = Fields.text(answer.body().path("primary_funding_id"));
        return answer.isOk() && funding != null
                ? Finding.fine(
                        name(),
                        "There is a payment method, in "
                                + answer.body().path("currency").asText("?") + ".")
                : Finding.wrong(
                        name(),
                        "no-payment-method",
                        "Meta names no payment method.",
                        "Add one under Billing in Meta's Business Manager: templates, and answers beyond the free ones,"
                                + " are refused without it.");
    }
}
