package app.novelo.followup.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.casework.NextSteps;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.followup.internal.FollowUp.State;
import app.novelo.followup.internal.Happenings.Cause;
import app.novelo.followup.internal.Happenings.What;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plans follow-ups; within the conversation's turn. */
@Component
class FollowUpPlans {

    private final FollowUpRows rows;
    private final Cases cases;
    private final Conversations conversations;
    private final NextSteps steps;
    private final DueMoments moments;
    private final Happenings happenings;
    private final Clock clock;

    FollowUpPlans(
            FollowUpRows rows,
            Cases cases,
            Conversations conversations,
            NextSteps steps,
            DueMoments moments,
            Happenings happenings,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.conversations = conversations;
        this.steps = steps;
        this.moments = moments;
        this.happenings = happenings;
        this.clock = clock;
    }

    /** @return the follow-up as it was planned */
    FollowUp plan(NewFollowUp wanted) {
        var conversation = conversations.required(wanted.conversation());
        var origin = origin(wanted, conversation);
        var queue = origin.map(CaseFile::queue).orElse(conversation.queue());
        var number = cases.open(
                FollowUpProcess.KIND,
                conversation.id(),
                null,
                given -> rows.insert(followUp(given, wanted, conversation, origin, queue)));
        var planned = rows.required(number);
        origin.ifPresent(file -> steps.plan(file.number(), new NextSteps.Step(number, "followUp", planned.dueAt())));
        happenings.add(number, What.PLANNED, new Cause(wanted.by(), wanted.source(), null), planned.dueAt());
        return planned;
    }

    private FollowUp followUp(
            String number, NewFollowUp wanted, Conversation conversation, Optional<CaseFile> origin, String queue) {
        var due = moments.moved(wanted.dueAt(), queue, wanted.exact());
        return new FollowUp(
                number,
                conversation.id(),
                conversation.customer(),
                origin.map(CaseFile::number).orElse(null),
                wanted.what(),
                wanted.mode(),
                wanted.purpose(),
                wanted.words(),
                wanted.exact(),
                due,
                due,
                queue,
                wanted.owner(),
                wanted.source(),
                wanted.by(),
                clock.instant(),
                State.OPEN,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Where nobody says which case it serves: the one that the conversation is about, while that is open. */
    private Optional<CaseFile> origin(NewFollowUp wanted, Conversation conversation) {
        var number = wanted.origin() == null ? conversation.caseNumber() : wanted.origin();
        return Optional.ofNullable(number)
                .flatMap(cases::find)
                .filter(file -> file.closedAt() == null && (wanted.origin() != null || !file.isResolved()));
    }
}
