package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.NoConsent;
import app.novelo.conversation.ServiceWindow;
import app.novelo.conversation.WindowClosed;
import app.novelo.customer.Consents;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What may be written to a customer, by whomever: free words in an open window only, advertising only to whoever has agreed to
 * it, any other template not to whoever wants nothing, nor to a stranger who has not agreed.
 */
@Component
class Permission {

    private final ServiceWindows windows;
    private final Consents consents;
    private final Clock clock;

    Permission(ServiceWindows windows, Consents consents, Clock clock) {
        this.windows = windows;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Reads window and ledger anew: the conversation may have waited for its lock while the customer wrote.
     *
     * @return empty if it may go out
     */
    Optional<Refusal> refuses(Conversation conversation, Content.Sendable content) {
        return refuses(conversation, content, false);
    }

    /** @param advertises whatever it is made of, it needs consent to advertising */
    Optional<Refusal> refuses(Conversation conversation, Content.Sendable content, boolean advertises) {
        var window = windows.of(conversation.customer(), conversation.line());
        var standing = standing(conversation, window);
        var refusal = advertises ? standing.marketing() : Optional.<Refusal>empty();
        return refusal.or(() -> standing.refuses(content, clock.instant()));
    }

    /** @throws WindowClosed or {@link NoConsent} for whoever asks at once */
    void check(Conversation conversation, Content.Sendable content) {
        refuses(conversation, content).ifPresent(refusal -> {
            if (refusal == Refusal.WINDOW_CLOSED) {
                throw new WindowClosed();
            }
            throw new NoConsent(refusal.title(), refusal.word());
        });
    }

    private Standing standing(Conversation conversation, ServiceWindow window) {
        var customer = conversation.customer();
        return new Standing(
                window,
                consents.of(List.of(customer)).getOrDefault(customer, List.of()),
                !windows.everWrote(List.of(customer)).isEmpty());
    }

    /** @return how the customers of these conversations stand, by the conversations' ids */
    Map<UUID, Standing> standings(Collection<Conversation> conversations) {
        var customers = conversations.stream().map(Conversation::customer).collect(Collectors.toSet());
        var allowed = consents.of(customers);
        var wrote = windows.everWrote(customers);
        var standings = new HashMap<UUID, Standing>();
        conversations.forEach(conversation -> standings.put(
                conversation.id(),
                new Standing(
                        conversation.window(),
                        allowed.getOrDefault(conversation.customer(), List.of()),
                        wrote.contains(conversation.customer()))));
        return standings;
    }
}
