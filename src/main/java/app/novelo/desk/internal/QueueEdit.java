package app.novelo.desk.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.Strategy;
import app.novelo.desk.Workload;
import app.novelo.engine.People;
import app.novelo.engine.People.Role;
import app.novelo.platform.BadRequest;
import app.novelo.platform.NotFound;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager makes a queue, or changes one. */
@Service
class QueueEdit {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 100;

    /** A quarter of a year; what waits that long waits for nobody. */
    private static final int MOST_MINUTES = 129_600;

    private static final Set<String> FIELDS = Set.of(
            "id", "name", "calendar", "strategy", "overflowQueue", "overflowMinutes", "takeBackMinutes", "active");

    private final StoredQueues queues;
    private final Known known;
    private final People people;
    private final Workload workload;
    private final DeskNews news;

    QueueEdit(StoredQueues queues, Known known, People people, Workload workload, DeskNews news) {
        this.queues = queues;
        this.known = known;
        this.people = people;
        this.workload = workload;
        this.news = news;
    }

    @Transactional
    Queue add(ObjectNode body) {
        var wish = new Wish(body, FIELDS);
        var id = wish.needed("id", 40);
        if (!ID.matcher(id).matches()) {
            throw new BadRequest("id", "small letters, digits and hyphens, such as after-sales");
        }
        if (queues.everyNow().stream().anyMatch(queue -> queue.id().equals(id))
                || !people.members(id).isEmpty()
                || AgentRoles.ALL.contains(id)
                || People.FORMER.equals(id)) {
            throw new Conflict("known", "there is a queue or a group \"" + id + "\" already");
        }
        return save(read(id, wish));
    }

    @Transactional
    Queue change(String id, ObjectNode body) {
        var wish = new Wish(body, FIELDS);
        if (queues.everyNow().stream().noneMatch(queue -> queue.id().equals(id))) {
            throw new NotFound("queue " + id);
        }
        var queue = read(id, wish);
        if (!queue.active()) {
            mayEnd(id);
        }
        return save(queue);
    }

    private Queue save(Queue queue) {
        queues.save(queue);
        people.ensureGroup(queue.id(), queue.name(), Role.AGENTS);
        news.tell("queue.changed", "queue", queue.id());
        return queue;
    }

    private Queue read(String id, Wish wish) {
        var overflow = overflow(id, wish);
        return new Queue(
                id,
                wish.needed("name", LONGEST_NAME),
                calendar(wish),
                strategy(wish),
                overflow,
                overflowMinutes(overflow, wish),
                wish.number("takeBackMinutes", 1, MOST_MINUTES),
                !wish.has("active") || wish.flag("active"));
    }

    /** Around the clock is a calendar like others: what a queue counts by can be changed on the page. */
    private String calendar(Wish wish) {
        var calendar = known.calendar("calendar", wish.needed("calendar", LONGEST_NAME));
        if (Calendars.CLOCK.equals(calendar)) {
            throw new BadRequest(
                    "calendar", "a calendar of the list; one that never closes is open from 00:00 to 24:00");
        }
        return calendar;
    }

    private static Strategy strategy(Wish wish) {
        var text = wish.text("strategy", LONGEST_NAME);
        return text == null
                ? Strategy.LEAST_LOADED
                : Strategy.of(text)
                        .orElseThrow(() -> new BadRequest("strategy", "one of owner, leastLoaded, roundRobin, byHand"));
    }

    private @Nullable String overflow(String id, Wish wish) {
        var queue = wish.text("overflowQueue", LONGEST_NAME);
        if (id.equals(queue)) {
            throw new BadRequest("overflowQueue", "another queue than this");
        }
        return queue == null ? null : known.queue("overflowQueue", queue);
    }

    private static @Nullable Integer overflowMinutes(@Nullable String queue, Wish wish) {
        var minutes = wish.number("overflowMinutes", 1, MOST_MINUTES);
        if (queue != null && minutes == null) {
            throw new BadRequest("overflowMinutes", "is needed with an overflow queue");
        }
        return queue == null ? null : minutes;
    }

    private void mayEnd(String id) {
        if (id.equals(Queue.TRIAGE)) {
            throw new Conflict("in-use", "what nobody knows a better place for goes to triage");
        }
        var waiting = workload.ofQueues().get(id);
        if (waiting != null) {
            throw new Conflict(
                    "in-use", waiting.unassigned() + waiting.assigned() + " open tasks are still in this queue");
        }
    }
}
