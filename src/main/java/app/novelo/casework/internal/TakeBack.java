package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.internal.HeldWork.Held;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.Staffing;
import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A customer does not wait for an agent who is silent, or not there. Each task is looked at when its agent could have been
 * silent for too long at the earliest; a wait that begins after that look is too long after the next one at the earliest.
 */
@Component
class TakeBack {

    /** Of the queue's opening hours: whoever is away for less has had a coffee or a bad connection. */
    private static final Duration SHORT_WALK = Duration.ofMinutes(5);

    private final HeldWork held;
    private final Sweep sweep;
    private final Conversations conversations;
    private final Queues queues;
    private final WorkingMinutes minutes;
    private final Staffing staffing;
    private final Events events;
    private final Clock clock;

    TakeBack(
            HeldWork held,
            Sweep sweep,
            Conversations conversations,
            Queues queues,
            WorkingMinutes minutes,
            Staffing staffing,
            Events events,
            Clock clock) {
        this.held = held;
        this.sweep = sweep;
        this.conversations = conversations;
        this.queues = queues;
        this.minutes = minutes;
        this.staffing = staffing;
        this.events = events;
        this.clock = clock;
    }

    void sweep() {
        lookAtThoseOfWhoIsAway();
        var due = held.due(clock.instant());
        var talks = conversations.find(due.stream().map(Held::conversation).collect(Collectors.toSet()));
        var calm = due.stream()
                .filter(one -> !isAwaited(talks.get(one.conversation())))
                .toList();
        calm.forEach(one -> held.lookAgain(one.task(), next(one), null));
        due.stream()
                .filter(one -> isAwaited(talks.get(one.conversation())))
                .forEach(one -> sweep.inTurn(
                        one.task(), () -> held.find(one.task(), clock.instant()).ifPresent(this::look)));
    }

    private static boolean isAwaited(@Nullable Conversation talk) {
        return talk != null && talk.awaitsAnswer();
    }

    /** Only while the queue works: nobody is missed at night. */
    private void lookAtThoseOfWhoIsAway() {
        var away = staffing.away();
        var now = clock.instant();
        var open = queues.all().stream()
                .filter(queue -> queue.takeBackMinutes() != null && minutes.isOpen(queue, now))
                .map(Queue::id)
                .toList();
        if (!away.isEmpty() && !open.isEmpty()) {
            held.lookSoon(away, open, now, SHORT_WALK);
        }
    }

    private void look(Held one) {
        var queue = queues.find(one.queue()).orElse(null);
        var patience = queue == null ? null : queue.takeBackMinutes();
        var waiting = waitingSince(one).orElse(null);
        if (queue == null || patience == null || waiting == null) {
            held.lookAgain(one.task(), next(one), waiting);
            return;
        }
        var tooLong = minutes.after(queue, waiting, Duration.ofMinutes(patience));
        if (!tooLong.isAfter(clock.instant())) {
            takeBack(one, "takeBack");
        } else if (isGone(one.agent(), queue, clock.instant())) {
            takeBack(one, "away");
        } else {
            held.lookAgain(one.task(), sooner(one, queue, tooLong), waiting);
        }
    }

    /** @return since when the customer has waited for this agent; empty if he does not */
    private Optional<Instant> waitingSince(Held one) {
        return conversations
                .find(one.conversation())
                .filter(Conversation::awaitsAnswer)
                .map(Conversation::lastInboundAt)
                .map(wrote -> hasWaited(one) ? Objects.requireNonNull(one.waitingSince()) : wrote)
                .map(since -> since.isAfter(one.takenAt()) ? since : one.takenAt());
    }

    /** Writing once more does not begin the wait anew. */
    private boolean hasWaited(Held one) {
        var found = one.waitingSince();
        return found != null && !conversations.answeredSince(one.conversation(), found);
    }

    private boolean isGone(String agent, Queue queue, Instant now) {
        return minutes.isOpen(queue, now)
                && staffing.awaySince(agent)
                        .map(since -> minutes.after(queue, since, SHORT_WALK))
                        .filter(moment -> !moment.isAfter(now))
                        .isPresent();
    }

    /** @return when a customer who does not wait now could have waited for too long at the earliest; null = never */
    private @Nullable Instant next(Held one) {
        var queue = queues.find(one.queue()).orElse(null);
        var patience = queue == null ? null : queue.takeBackMinutes();
        return queue == null || patience == null
                ? null
                : sooner(one, queue, minutes.after(queue, clock.instant(), Duration.ofMinutes(patience)));
    }

    private Instant sooner(Held one, Queue queue, Instant wanted) {
        var now = clock.instant();
        var soon = now.plus(SHORT_WALK);
        boolean missed = staffing.awaySince(one.agent()).isPresent() && minutes.isOpen(queue, now);
        return missed && soon.isBefore(wanted) ? soon : wanted;
    }

    private void takeBack(Held one, String why) {
        var substitute = staffing.substitute(one.agent()).orElse(null);
        sweep.assign(one.task(), one.caseNumber(), substitute, Act.rule(substitute == null ? why : "substitute"));
        var data = new HashMap<String, Object>();
        data.put("task", one.task());
        data.put("agent", one.agent());
        data.put("queue", one.queue());
        data.put("conversation", one.conversation().toString());
        if (one.caseNumber() != null) {
            data.put("case", one.caseNumber());
        }
        events.append("work.taken-back", data);
    }
}
