package app.novelo.followup.internal;

import app.novelo.ai.Gesture;
import app.novelo.ai.Understanding;
import app.novelo.casework.CustomerWords;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Speaker;
import app.novelo.conversation.Unhandled;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The customer writes before a follow-up of his is due: whoever has it is told. A thank you, or what he says to its owner in the
 * very talk in which it was planned, is no news.
 */
@Component
class CustomerFirst implements CustomerWords {

    private static final String CUSTOMER_REPLIED = "case.customerReplied";

    private static final Set<Gesture> NO_NEWS =
            Set.of(Gesture.THANKS, Gesture.ACKNOWLEDGEMENT, Gesture.REACTION, Gesture.STICKER, Gesture.OPT_OUT);

    private final FollowUpRows rows;
    private final Processes processes;
    private final Turns turns;
    private final FollowUpSettings settings;
    private final Clock clock;

    CustomerFirst(FollowUpRows rows, Processes processes, Turns turns, FollowUpSettings settings, Clock clock) {
        this.rows = rows;
        this.processes = processes;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asked at every message, so it looks into the table only where there may be one: beside this talk, or from an older one. */
    @Override
    public void said(Conversation conversation, Understanding understanding, List<Unhandled> messages) {
        boolean begins = messages.stream().anyMatch(message -> !message.at().isAfter(conversation.openedAt()));
        if (!NO_NEWS.contains(understanding.gesture())
                && (begins || conversation.others().anybody())) {
            rows.openOf(conversation.customer()).stream()
                    .filter(one -> one.customerWroteAt() == null && !isSameTalk(one, conversation))
                    .forEach(this::tell);
        }
    }

    /** What was planned to hear from him has heard from him, whoever he speaks with now. */
    private boolean isSameTalk(FollowUp one, Conversation conversation) {
        return !one.purpose().equals(FollowUp.CADENCE)
                && conversation.speaker() == Speaker.AGENT
                && String.valueOf(conversation.speakerId()).equals(one.owner())
                && one.createdAt().plus(settings.sameTalk()).isAfter(clock.instant());
    }

    private void tell(FollowUp one) {
        turns.join(Turn.ofConversation(one.conversation().toString()));
        if (one.processInstanceId() != null) {
            processes.nudge(one.processInstanceId(), CUSTOMER_REPLIED);
        }
    }
}
