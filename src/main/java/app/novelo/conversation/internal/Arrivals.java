package app.novelo.conversation.internal;

import app.novelo.channel.InboundHandler;
import app.novelo.channel.InboundMessage;
import app.novelo.conversation.ConversationDriver;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What comes over a line: messages of customers, and those that the company wrote in the channel's own app. */
@Component
class Arrivals implements InboundHandler {

    private final InboundStore messages;
    private final EchoStore echoes;
    private final PhoneAnswers answers;
    private final ObjectProvider<ConversationDriver> driver;

    Arrivals(InboundStore messages, EchoStore echoes, PhoneAnswers answers, ObjectProvider<ConversationDriver> driver) {
        this.messages = messages;
        this.echoes = echoes;
        this.answers = answers;
        this.driver = driver;
    }

    @Override
    public UUID store(InboundMessage message) {
        return message.echo() ? echoes.store(message) : messages.store(message);
    }

    /** The word is taken before a process hears of what the customer has said since. */
    @Override
    public void stored(UUID conversation) {
        answers.tellAtOnce(conversation);
        driver.ifAvailable(own -> own.drive(conversation));
    }
}
