package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** WhatsApp tells times in whole seconds, and who answers at once answers within the second of the question. */
@RunningNovelo
class SameSecondTest {

    private static final String ANSWER = "sim, pode vir";

    @Autowired
    Meta meta;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Conversations conversations;

    @Test
    void anAnswerStandsBelowTheQuestion() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        var question = eventually(() -> ours(conversation).stream()
                .filter(message -> message.hasNonNull("providerId"))
                .findFirst()
                .orElseThrow());
        var at = Instant.parse(question.path("at").asText());

        meta.delivers(meta.text(phone, meta.newId(), ANSWER).put("timestamp", Long.toString(at.getEpochSecond())));

        var answer = eventually(() -> agent.messages(conversation).stream()
                .filter(message -> message.path("text").asText().equals(ANSWER))
                .findFirst()
                .orElseThrow());
        assertThat(Instant.parse(answer.path("at").asText())).isBetween(at, at.plusSeconds(1));
        assertThat(conversations
                        .lastMessages(List.of(UUID.fromString(conversation)))
                        .values())
                .singleElement()
                .extracting(LastMessage::text)
                .isEqualTo(ANSWER);
    }

    private List<JsonNode> ours(String conversation) {
        return agent.messages(conversation).stream()
                .filter(message -> message.path("direction").asText().equals("OUT"))
                .toList();
    }
}
