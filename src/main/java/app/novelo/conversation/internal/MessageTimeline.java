package app.novelo.conversation.internal;

import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was said in all conversations of a customer that the caller may see, on all lines. */
@Component
class MessageTimeline implements TimelineSource {

    private final CustomersSeen seen;
    private final MessageList messages;

    MessageTimeline(CustomersSeen seen, MessageList messages) {
        this.seen = seen;
        this.messages = messages;
    }

    @Override
    public String type() {
        return "message";
    }

    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        var conversations = seen.conversations(caller, customer);
        return conversations.isEmpty()
                ? List.of()
                : messages.across(conversations, span).stream()
                        .map(message -> new Entry(message.at(), message.seq(), message))
                        .toList();
    }
}
