package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseCourse;
import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationState;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Turns;
import app.novelo.platform.Events;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Rows, conversation, clocks and timeline, in one transaction of the engine. */
@Component
class StoredCaseCourse implements CaseCourse {

    private final CaseRows rows;
    private final Cases cases;
    private final Conversations conversations;
    private final OpenCases open;
    private final CurrentCase current;
    private final ServiceLevels serviceLevels;
    private final DecisionFacts facts;
    private final Escalations escalations;
    private final CaseEvents timeline;
    private final Events events;
    private final Turns turns;
    private final Clock clock;

    StoredCaseCourse(
            CaseRows rows,
            Cases cases,
            Conversations conversations,
            OpenCases open,
            CurrentCase current,
            ServiceLevels serviceLevels,
            DecisionFacts facts,
            Escalations escalations,
            CaseEvents timeline,
            Events events,
            Turns turns,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.conversations = conversations;
        this.open = open;
        this.current = current;
        this.serviceLevels = serviceLevels;
        this.facts = facts;
        this.escalations = escalations;
        this.timeline = timeline;
        this.events = events;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void waits(String number, Wait wait, String why) {
        var state =
                switch (wait) {
                    case CUSTOMER -> CaseFile.WAITING_CUSTOMER;
                    case THIRD_PARTY -> CaseFile.WAITING_THIRD_PARTY;
                    case SNOOZED -> CaseFile.OPEN;
                };
        var shown = wait == Wait.CUSTOMER ? ConversationState.WAITING_CUSTOMER : ConversationState.SNOOZED;
        var file = inTurn(number);
        if (wait != Wait.SNOOZED) {
            serviceLevels.pause(number, why, clock.instant());
        }
        move(file, state, CaseEvents.What.WAITING, why);
        unlessAnother(file, other -> !other.isResolved() && !other.isWaiting(), conversation -> {
            conversations.waits(conversation.id(), shown);
            if (conversation.speaker() == Speaker.AGENT) {
                conversations.giveWord(conversation.id(), Speaker.PROCESS, null);
            }
        });
    }

    @Override
    public Optional<Instant> goesOn(String number, String why) {
        var file = inTurn(number);
        var due = serviceLevels.resume(number, why, clock.instant());
        move(file, CaseFile.OPEN, CaseEvents.What.WENT_ON, why);
        unlessAnotherHasIt(file, conversation -> conversations.goesOn(conversation.id()));
        return due;
    }

    @Override
    public void resolve(String number, String why) {
        var file = inTurn(number);
        var now = clock.instant();
        serviceLevels.resolved(number, why, now);
        rows.state(number, CaseFile.RESOLVED, now);
        unlessAnother(file, other -> !other.isResolved(), conversation -> conversations.rest(conversation.id(), now));
        escalations.settled(number);
        note(file, CaseEvents.What.RESOLVED, why);
        events.append("case.resolved", Map.of("case", number));
    }

    @Override
    public Optional<Instant> reopen(String number, String why) {
        var file = inTurn(number);
        var due = serviceLevels.reopened(number, facts.of("", number), why, clock.instant());
        move(file, CaseFile.OPEN, CaseEvents.What.REOPENED, why);
        unlessAnotherHasIt(file, conversation -> {
            conversations.goesOn(conversation.id());
            conversations.giveWord(conversation.id(), Speaker.PROCESS, null);
        });
        return due;
    }

    @Override
    public void close(String number, String why) {
        var file = inTurn(number);
        var now = clock.instant();
        if (!file.isResolved()) {
            serviceLevels.resolved(number, why, now);
        }
        cases.close(number, now);
        ended(file, now);
        note(file, CaseEvents.What.CLOSED, why);
    }

    private CaseFile inTurn(String number) {
        var file = rows.required(number);
        return turns.join(file.turn()) ? rows.required(number) : file;
    }

    private void move(CaseFile file, String state, CaseEvents.What what, String why) {
        if (!file.state().equals(state)) {
            rows.state(file.number(), state, null);
        }
        note(file, what, why);
        events.append("case.changed", Map.of("case", file.number()));
    }

    private void note(CaseFile file, CaseEvents.What what, String why) {
        timeline.add(file.number(), what, Act.rule(why), Map.of());
    }

    /** While a case needs nobody the conversation is about another one, if that does. */
    private void unlessAnother(CaseFile file, Predicate<CaseFile> goesBefore, Consumer<Conversation> work) {
        whereItIsCurrent(file, conversation -> open.besides(file, conversation)
                .filter(goesBefore)
                .ifPresentOrElse(current::turnTo, () -> work.accept(conversation)));
    }

    /** A conversation turns to the case that needs somebody, unless it is about one that does so too. */
    private void unlessAnotherHasIt(CaseFile file, Consumer<Conversation> work) {
        var conversation = conversation(file).orElse(null);
        if (conversation == null) {
            return;
        }
        if (file.number().equals(conversation.caseNumber())) {
            work.accept(conversation);
        } else if (conversation.others().numbers().contains(file.number())
                && conversation.state() != ConversationState.OPEN) {
            current.turnTo(file);
        }
    }

    /** What else the conversation is about goes on; else it ends with its case. */
    void ended(CaseFile file, Instant at) {
        whereItIsCurrent(file, conversation -> open.besides(file, conversation)
                .ifPresentOrElse(current::turnTo, () -> conversations.resolve(conversation.id(), at)));
        open.changed(file);
    }

    /** A conversation that is about another case by now is not touched. */
    private void whereItIsCurrent(CaseFile file, Consumer<Conversation> work) {
        conversation(file)
                .filter(conversation -> file.number().equals(conversation.caseNumber()))
                .ifPresent(work);
    }

    private Optional<Conversation> conversation(CaseFile file) {
        return Optional.ofNullable(file.conversation()).flatMap(conversations::find);
    }
}
