package app.novelo.lead.internal;

import app.novelo.engine.Processes;
import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Moves a lead from stage to stage: row, history and event together. Called within the case's turn. */
@Component
class LeadStages {

    private final LeadRepository leads;
    private final LeadRows rows;
    private final Processes processes;
    private final Events events;
    private final Clock clock;

    LeadStages(LeadRepository leads, LeadRows rows, Processes processes, Events events, Clock clock) {
        this.leads = leads;
        this.rows = rows;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /** A stage may be shorter of breath than the one before: whether it rests is looked at again within a day. */
    void reach(Lead lead, Stage stage, String why, String processInstanceId) {
        var now = clock.instant();
        if (lead.reach(stage, now)) {
            leads.saveAndFlush(lead);
            rows.changed(lead.getId(), stage, why, now);
            events.append("lead.stageReached", Map.of("case", lead.getId(), "stage", stage.id(), "why", why));
            if (!stage.isOver()) {
                processes.set(processInstanceId, LeadProcess.STAGE.of(stage.id()));
                processes.moveTimer(processInstanceId, LeadProcess.LOOK_AGAIN, now.plus(Duration.ofDays(1)));
            }
        }
    }
}
