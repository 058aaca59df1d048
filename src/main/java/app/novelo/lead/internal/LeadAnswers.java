package app.novelo.lead.internal;

import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whoever answers the customer of a new lead has contacted him. */
@Component
class LeadAnswers implements AnswerObserver {

    private final LeadRepository leads;
    private final LeadRows rows;
    private final LeadStages stages;
    private final Clock clock;

    LeadAnswers(LeadRepository leads, LeadRows rows, LeadStages stages, Clock clock) {
        this.leads = leads;
        this.rows = rows;
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public void answered(Conversation conversation, Author author, Instant at) {
        var number = conversation.caseNumber();
        var instance = conversation.processInstanceId();
        if (number == null || instance == null || !number.startsWith(LeadKind.PREFIX)) {
            return;
        }
        var lead = leads.findById(number).orElse(null);
        if (lead != null && lead.stage() == Stage.NEW) {
            stages.reach(lead, Stage.CONTACTED, "answered", instance);
        } else {
            rows.moved(number, clock.instant());
        }
    }
}
