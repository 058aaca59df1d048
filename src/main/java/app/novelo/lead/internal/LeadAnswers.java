package app.novelo.lead.internal;

import app.novelo.casework.Cases;
import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever answers the customer of a new lead has contacted him; the open task is what comes next until it has rested too long. */
@Component
class LeadAnswers implements AnswerObserver {

    private final LeadRepository repository;
    private final LeadRows rows;
    private final LeadStages stages;
    private final LeadService leads;
    private final Cases cases;
    private final Clock clock;

    LeadAnswers(
            LeadRepository repository, LeadRows rows, LeadStages stages, LeadService leads, Cases cases, Clock clock) {
        this.repository = repository;
        this.leads = leads;
        this.cases = cases;
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
        var lead = repository.findById(number).orElse(null);
        if (lead != null && lead.stage() == Stage.NEW) {
            stages.reach(lead, Stage.CONTACTED, "answered", instance);
        } else {
            rows.moved(number, clock.instant());
        }
        cases.find(number)
                .filter(file -> file.closedAt() == null && !file.isWaiting())
                .ifPresent(file -> leads.taskIsNext(number, Optional.empty()));
    }
}
