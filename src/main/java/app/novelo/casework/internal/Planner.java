package app.novelo.casework.internal;

import app.novelo.casework.internal.Unplanned.Routing;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.Strategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out how open tasks go on by themselves, once after each change of queue or assignee. */
@Component
class Planner {

    private static final int BATCH = 100;

    /** A customer who comes back later than that is anybody's. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final PlanRows rows;
    private final Misrouted misrouted;
    private final Queues queues;
    private final WorkingMinutes working;
    private final People people;
    private final Clock clock;

    Planner(
            PlanRows rows,
            Misrouted misrouted,
            Queues queues,
            WorkingMinutes working,
            Conversations conversations,
            Customers customers,
            Clock clock) {
        this.rows = rows;
        this.misrouted = misrouted;
        this.queues = queues;
        this.working = working;
        this.people = new People(conversations, customers);
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    boolean plan() {
        var unplanned = rows.unplanned(clock.instant().minus(REMEMBERED), BATCH);
        if (unplanned.isEmpty()) {
            return false;
        }
        var talks = people.talks(unplanned);
        var customers = people.customers(unplanned);
        rows.store(unplanned.stream().map(item -> plan(item, talks, customers)).toList());
        unplanned.forEach(misrouted::note);
        return unplanned.size() == BATCH;
    }

    private Plan plan(Unplanned item, Map<UUID, Conversation> talks, Map<UUID, Customer> customers) {
        var queue = item.queue() == null ? null : queues.find(item.queue()).orElse(null);
        if (queue == null) {
            return Plan.byHand(item.task());
        }
        return item.assignee() == null
                ? waiting(item, queue, talks.get(item.conversation()), customers.get(item.customer()))
                : taken(item, queue);
    }

    private Plan taken(Unplanned item, Queue queue) {
        var now = clock.instant();
        var minutes = queue.takeBackMinutes();
        var takeBack = minutes == null || item.conversation() == null
                ? null
                : working.after(queue, now, Duration.ofMinutes(minutes));
        return new Plan(item.task(), queue.strategy(), null, null, null, null, null, now, takeBack, null);
    }

    private Plan waiting(Unplanned item, Queue queue, @Nullable Conversation talk, @Nullable Customer customer) {
        var routing = decided(item, queue);
        var skill = routing.map(Routing::skill).filter(queues::knowsSkill).orElse(null);
        var strategy =
                routing.flatMap(decision -> Strategy.of(decision.strategy())).orElse(queue.strategy());
        var overflow = item.overflowed() ? null : overflow(routing, queue);
        return new Plan(
                item.task(),
                strategy,
                skill,
                language(talk, customer),
                preferred(item, customer),
                overflow == null ? null : overflow.queue,
                overflow == null ? null : overflow.at,
                null,
                null,
                item.hadIt());
    }

    /** What the table said of another queue does not hold in this one: somebody has moved it. */
    private static Optional<Routing> decided(Unplanned item, Queue queue) {
        return Optional.ofNullable(item.decision())
                .filter(decision -> queue.id().equals(decision.queue()));
    }

    private @Nullable Overflow overflow(Optional<Routing> routing, Queue queue) {
        var named = routing.flatMap(decision -> Optional.ofNullable(decision.overflowQueue()));
        var target = named.or(() -> Optional.ofNullable(queue.overflowQueue()))
                .filter(id -> !id.equals(queue.id()) && queues.find(id).isPresent());
        var minutes = named.isPresent() ? routing.map(Planner::minutes).orElse(null) : queue.overflowMinutes();
        return target.isEmpty() || minutes == null
                ? null
                : new Overflow(target.get(), working.after(queue, clock.instant(), Duration.ofMinutes(minutes)));
    }

    private record Overflow(String queue, Instant at) {}

    /** An analyst may have written anything; what is no number of minutes is none. */
    private static @Nullable Integer minutes(Routing decision) {
        try {
            int minutes = (int) Double.parseDouble(String.valueOf(decision.overflowMinutes()));
            return minutes > 0 ? minutes : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String language(@Nullable Conversation talk, @Nullable Customer customer) {
        var own = customer == null ? null : customer.language();
        return own != null ? own : talk == null ? null : talk.language();
    }

    private static @Nullable String preferred(Unplanned item, @Nullable Customer customer) {
        if (item.owner() != null) {
            return item.owner();
        }
        return customer != null && customer.owner() != null ? customer.owner() : item.lastOwner();
    }

    /** One question per module for a whole batch. */
    private record People(Conversations conversations, Customers customers) {

        Map<UUID, Conversation> talks(List<Unplanned> items) {
            return conversations.find(items.stream()
                    .map(Unplanned::conversation)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
        }

        Map<UUID, Customer> customers(List<Unplanned> items) {
            return customers.find(items.stream()
                    .map(Unplanned::customer)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
        }
    }
}
