package app.novelo.lead.internal;

import app.novelo.ai.Gesture;
import app.novelo.ai.Intent;
import app.novelo.ai.Understanding;
import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.casework.CustomerWords;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Unhandled;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What customers of leads write, and what others say that makes leads of them: an interest told in the midst of another
 * matter is nobody's task there, and would be lost.
 */
@Component
class ToldInterest implements CustomerWords {

    /** Surer than what opens a case of its own: here nobody sorts it out first. */
    private static final double SURE = 0.75;

    private final LeadOpening opening;
    private final LeadRows rows;
    private final LeadCriteria criteria;
    private final Cases cases;
    private final Clock clock;

    ToldInterest(LeadOpening opening, LeadRows rows, LeadCriteria criteria, Cases cases, Clock clock) {
        this.opening = opening;
        this.rows = rows;
        this.criteria = criteria;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void said(Conversation conversation, Understanding said, List<Unhandled> messages) {
        var current = conversation.caseNumber();
        if (current == null || messages.isEmpty()) {
            return;
        }
        if (current.startsWith(LeadKind.PREFIX)) {
            rows.wrote(
                    current, messages.size(), messages.get(messages.size() - 1).at(), clock.instant());
        } else if (wantsToBuy(said)) {
            openBeside(conversation, current, messages);
        }
    }

    private static boolean wantsToBuy(Understanding said) {
        return said.intent().equals(Intent.PURCHASE.id())
                && said.confidence() >= SURE
                && said.gesture() == Gesture.CONTENT;
    }

    /** A ticket that is about a purchase has it already, and so has an open lead. */
    private void openBeside(Conversation conversation, String current, List<Unhandled> messages) {
        var about = cases.find(current).map(CaseFile::intent).orElse(null);
        if (Intent.PURCHASE.id().equals(about)) {
            return;
        }
        rows.lockCustomer(conversation.customer());
        if (rows.openOf(conversation.customer(), null).isEmpty()) {
            var number = cases.openBeside(
                    LeadProcess.KIND,
                    conversation.id(),
                    null,
                    opened -> opening.prepare(opened, conversation, new Source("line", null)));
            LeadOpening.need(messages).ifPresent(need -> criteria.add(number, need));
        }
    }
}
