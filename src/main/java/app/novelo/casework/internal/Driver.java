package app.novelo.casework.internal;

import app.novelo.conversation.ConversationDriver;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Undriven;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Drives the engine once for all that a customer has written since. What fails is tried again; after three failures a person
 * gets it, so a broken model never hides a message.
 */
@Component
class Driver implements ConversationDriver {

    private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

    /** Failures after which the conversation is given to a person. */
    static final int ATTEMPTS = 3;

    /** A customer who writes faster than we look is looked at again by the poll. */
    private static final int LOOKS = 3;

    private static final Duration BACK_OFF = Duration.ofMillis(500);

    private final Conversations conversations;
    private final Undriven undriven;
    private final Burst burst;
    private final Steering steering;
    private final ByHand byHand;

    Driver(Conversations conversations, Undriven undriven, Burst burst, Steering steering, ByHand byHand) {
        this.conversations = conversations;
        this.undriven = undriven;
        this.burst = burst;
        this.steering = steering;
        this.byHand = byHand;
    }

    @Override
    public void drive(UUID conversation) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                var said = listen(conversation);
                if (said.isEmpty() || steering.steer(conversation, said.get())) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("conversation {} could not be driven", conversation, e);
            countFailure(conversation);
        }
    }

    /**
     * Understands before any transaction: a model may be slow, a turn may not.
     *
     * @return empty if it pays to wait for more
     */
    private Optional<Said> listen(UUID id) {
        var heard = conversations.heard(id);
        if (heard.messages().isEmpty()) {
            return Optional.of(Said.NOTHING);
        }
        var understanding = burst.understand(heard.messages(), heard.language());
        if (!heard.hasCase()) {
            var delay = burst.waitFor(understanding, undriven.waiting(id));
            if (!delay.isZero()) {
                undriven.postpone(id, delay);
                return Optional.empty();
            }
        }
        return Optional.of(new Said(heard.messages(), understanding));
    }

    private void countFailure(UUID conversation) {
        try {
            int attempts = undriven.failed(conversation, BACK_OFF);
            if (attempts >= ATTEMPTS) {
                byHand.take(conversation);
            }
        } catch (RuntimeException e) {
            LOG.error("conversation {} waits: not even a person could be given it", conversation, e);
        }
    }
}
