package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseCourse;
import app.novelo.casework.CaseFile;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Two cases of one need become one. */
@Component
class CaseMerger {

    private final Turns turns;
    private final CaseRows rows;
    private final Kinds kinds;
    private final Holders holders;
    private final CurrentCase current;
    private final CaseLinks links;
    private final CaseCourse course;
    private final Conversations conversations;
    private final Processes processes;
    private final ServiceLevels serviceLevels;
    private final CaseEvents timeline;
    private final Clock clock;

    CaseMerger(
            Turns turns,
            CaseRows rows,
            Kinds kinds,
            Holders holders,
            CurrentCase current,
            CaseLinks links,
            CaseCourse course,
            Conversations conversations,
            Processes processes,
            ServiceLevels serviceLevels,
            CaseEvents timeline,
            Clock clock) {
        this.turns = turns;
        this.rows = rows;
        this.kinds = kinds;
        this.holders = holders;
        this.current = current;
        this.links = links;
        this.course = course;
        this.conversations = conversations;
        this.processes = processes;
        this.serviceLevels = serviceLevels;
        this.timeline = timeline;
        this.clock = clock;
    }

    void merge(Caller caller, CaseFile file, CaseFile into, Act act) {
        if (file.number().equals(into.number())) {
            throw new BadRequest("into", "is the same case");
        }
        var id = file.conversation();
        if (id == null || !id.equals(into.conversation())) {
            throw new BadRequest("into", "belongs to another conversation: link them");
        }
        turns.inTurn(file.turn(), () -> {
            var from = rows.requiredOpen(file.number());
            var to = rows.requiredOpen(into.number());
            holders.mayAct(caller, from);
            conversations.giveAll(id, from.number(), to.number());
            if (from.number().equals(conversations.required(id).caseNumber())) {
                current.turnTo(to);
            }
            links.add(from.number(), to.number(), "merged", caller.id());
            timeline.add(from.number(), CaseEvents.What.MERGED, act, Map.of("into", to.number()));
            timeline.add(to.number(), CaseEvents.What.MERGED, act, Map.of("from", from.number()));
            end(from);
        });
    }

    /** Nothing of it was kept, and nothing broken. */
    private void end(CaseFile file) {
        serviceLevels.cancelled(file.number(), "merged", clock.instant());
        course.close(file.number(), "merged");
        processes.cancel(file.processInstanceId(), "merged");
        kinds.of(file.kind()).merged(file.number());
    }
}
