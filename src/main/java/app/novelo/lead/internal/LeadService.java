package app.novelo.lead.internal;

import app.novelo.ai.Intent;
import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseCourse;
import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.casework.NextSteps;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.desk.Queues;
import app.novelo.platform.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of a lead do; each runs in the transaction of its process. */
@Service
@Transactional
class LeadService {

    /** Reference of the step that the open task itself is. */
    static final String TASK = "task";

    private static final List<String> PRIORITIES = List.of("LOW", CaseFile.NORMAL, "HIGH", "URGENT");

    private final LeadRepository leads;
    private final LeadOpening opening;
    private final LeadStages stages;
    private final Cases cases;
    private final CaseActs acts;
    private final CaseCourse course;
    private final NextSteps steps;
    private final IdleLimits idle;
    private final Conversations conversations;
    private final Queues queues;
    private final Clock clock;

    LeadService(
            LeadRepository leads,
            LeadOpening opening,
            LeadStages stages,
            Cases cases,
            CaseActs acts,
            CaseCourse course,
            NextSteps steps,
            IdleLimits idle,
            Conversations conversations,
            Queues queues,
            Clock clock) {
        this.leads = leads;
        this.opening = opening;
        this.stages = stages;
        this.cases = cases;
        this.acts = acts;
        this.course = course;
        this.steps = steps;
        this.idle = idle;
        this.conversations = conversations;
        this.queues = queues;
        this.clock = clock;
    }

    Lead required(String number) {
        return leads.findById(number).orElseThrow(() -> new NotFound("lead " + number));
    }

    Lead open(String number, UUID conversationId, String processInstanceId) {
        var conversation = conversations.required(conversationId);
        var lead = opening.opened(number, conversation);
        cases.register(new CaseFile(
                number,
                LeadProcess.KIND,
                conversationId,
                conversation.customer(),
                processInstanceId,
                CaseFile.OPEN,
                CaseFile.NORMAL,
                conversation.queue(),
                conversation.owner(),
                Intent.PURCHASE.id(),
                clock.instant(),
                null,
                null,
                null));
        conversations.attach(conversationId, number, processInstanceId);
        if (conversation.speaker() != Speaker.AGENT) {
            conversations.giveWord(conversationId, Speaker.PROCESS, null);
        }
        return lead;
    }

    void queue(String number, String queue, String priority, @Nullable Integer score, @Nullable String grade) {
        rate(number, score, grade);
        cases.queued(number, queue, priority);
        cases.find(number).ifPresent(file -> {
            if (file.conversation() != null && isCurrent(file)) {
                conversations.moveTo(file.conversation(), queue);
            }
        });
    }

    private boolean isCurrent(CaseFile file) {
        return file.conversation() != null
                && file.number()
                        .equals(conversations.required(file.conversation()).caseNumber());
    }

    void rate(String number, @Nullable Integer score, @Nullable String grade) {
        var lead = required(number);
        lead.rated(score, grade);
        leads.saveAndFlush(lead);
    }

    /** A better grade is worth more haste; nothing ever gets less urgent by itself. */
    void takenSooner(String number, @Nullable String priority) {
        cases.find(number)
                .filter(file -> priority != null
                        && PRIORITIES.indexOf(priority) > PRIORITIES.indexOf(file.priority())
                        && file.closedAt() == null)
                .ifPresent(file -> acts.prioritise(number, String.valueOf(priority), Act.rule("grade")));
    }

    /** All is known that we wanted to know. */
    void qualified(String number) {
        var stage = required(number).stage();
        if (stage == Stage.NEW || stage == Stage.CONTACTED) {
            reach(number, Stage.QUALIFIED, "questionsAnswered");
        }
    }

    /** A queue that no longer exists is answered with triage, never with nobody. */
    void transfer(String number, @Nullable String queue) {
        var by = cases.find(number).map(CaseFile::owner).orElse(null);
        acts.moveToQueue(number, queues.existing(queue), new Act("transfer", null, by));
    }

    void reach(String number, Stage stage, String why) {
        cases.find(number).ifPresent(file -> stages.reach(required(number), stage, why, file.processInstanceId()));
    }

    /** The task that is open is the next step, until the lead has rested too long. */
    Instant taskIsNext(String number, Optional<Instant> due) {
        var at = due.orElseGet(() -> idle.of(number));
        steps.plan(number, new NextSteps.Step(TASK, "task", at));
        return at;
    }

    void waits(String number, String why) {
        course.waits(number, CaseCourse.Wait.CUSTOMER, why);
        steps.done(number, TASK);
    }

    /** @return when the task that comes next is due */
    Instant goOn(String number) {
        var due = course.goesOn(number, "resumed");
        var lead = required(number);
        if (lead.stage() == Stage.NURTURING) {
            lead.putOff(null);
            reach(number, Stage.CONTACTED, "takenUpAgain");
        }
        steps.done(number, "wait");
        return taskIsNext(number, due);
    }

    void putOff(String number, Instant until) {
        var lead = required(number);
        lead.putOff(until);
        reach(number, Stage.NURTURING, "putOff");
        waits(number, "putOff");
        steps.plan(number, new NextSteps.Step("wait", "wait", until));
    }

    void over(String number, Stage stage, String why) {
        steps.clear(number);
        reach(number, stage, why);
        course.close(number, why);
    }
}
