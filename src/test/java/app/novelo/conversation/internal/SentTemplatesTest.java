package app.novelo.conversation.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.Lines;
import app.novelo.channel.OutboundMessage;
import app.novelo.channel.SendOutcome;
import app.novelo.channel.Templates;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Meta's answer tells of a template that it has taken. */
@RunningNovelo
class SentTemplatesTest {

    @Autowired
    SentTemplates templates;

    @Autowired
    Lines lines;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Test
    void tellsTheReaderThatItIsHeldBack() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        eventually(() -> customer.received(phone).size() == 1);
        var conversation = cases.conversationOf(phone);
        var message = agent.messages(conversation).get(1).path("id").asText();
        var asked = Templates.asked("x", "pt_BR", Map.of(), null);
        var sent = new OutboundMessage(
                UUID.fromString(message), lines.all().get(0), phone, null, "template", "x", asked, null, null);

        templates.settled(sent, new SendOutcome.Accepted("wamid.1", "held_for_quality_assessment"));
        templates.settled(sent, new SendOutcome.Accepted("wamid.1", "held_for_quality_assessment"));

        assertThat(agent.message(conversation, message)
                        .at("/circumstances/held")
                        .asText())
                .isEqualTo("held_for_quality_assessment");
    }
}
