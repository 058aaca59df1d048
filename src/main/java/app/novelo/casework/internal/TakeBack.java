package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseActs.Act;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.Staffing;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A customer does not wait for an agent who is silent, or not there. Each task is looked at when its agent could have been
 * silent for too long at the earliest; a wait that begins after that look is too long after the next one at the earliest.
 */
@Component
class TakeBack {

    private static final int BATCH = 100;

    /** Of the queue's opening hours: whoever is away for less has had a coffee or a bad connection. */
    private static final Duration SHORT_WALK = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Sweep sweep;
    private final Conversations conversations;
    private final Queues queues;
    private final WorkingMinutes minutes;
    private final Staffing staffing;
    private final Events events;
    private final Clock clock;

    TakeBack(
            JdbcClient jdbc,
            Sweep sweep,
            Conversations conversations,
            Queues queues,
            WorkingMinutes minutes,
            Staffing staffing,
            Events events,
            Clock clock) {
        this.jdbc = jdbc;
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
        jdbc.sql("select task_id from casework.work_item where take_back_at <= ? order by take_back_at limit ?")
                .param(time(clock.instant()))
                .param(BATCH)
                .query(String.class)
                .list()
                .forEach(task -> sweep.inTurn(task, () -> look(task)));
    }

    private void lookAtThoseOfWhoIsAway() {
        var away = staffing.away();
        if (!away.isEmpty()) {
            jdbc.sql(
                            "update casework.work_item set take_back_at = :now where assignee in (:away) and take_back_at > :later")
                    .param("now", time(clock.instant()))
                    .param("later", time(clock.instant().plus(SHORT_WALK)))
                    .param("away", away)
                    .update();
        }
    }

    private void look(String task) {
        held(task).ifPresent(held -> {
            var queue = queues.find(held.queue);
            var patience = queue.map(Queue::takeBackMinutes).orElse(null);
            if (queue.isEmpty() || patience == null) {
                lookAgain(task, null);
            } else {
                look(held, queue.get(), Duration.ofMinutes(patience));
            }
        });
    }

    private void look(Held held, Queue queue, Duration patience) {
        var now = clock.instant();
        var waiting = waitingSince(held);
        var tooLong = waiting.map(since -> minutes.after(queue, since, patience));
        if (tooLong.filter(moment -> !moment.isAfter(now)).isPresent()) {
            takeBack(held, "takeBack");
        } else if (waiting.isPresent() && isGone(held.agent, queue, now)) {
            takeBack(held, "away");
        } else {
            lookAgain(held.task, next(held, tooLong.orElseGet(() -> minutes.after(queue, now, patience))));
        }
    }

    /** @return since when the customer has waited for this agent; empty if he does not */
    private Optional<Instant> waitingSince(Held held) {
        return conversations
                .find(held.conversation)
                .filter(Conversation::awaitsAnswer)
                .map(Conversation::lastInboundAt)
                .map(wrote -> wrote.isAfter(held.takenAt) ? wrote : held.takenAt);
    }

    private boolean isGone(String agent, Queue queue, Instant now) {
        return minutes.isOpen(queue, now)
                && staffing.awaySince(agent)
                        .map(since -> minutes.after(queue, since, SHORT_WALK))
                        .filter(moment -> !moment.isAfter(now))
                        .isPresent();
    }

    private Instant next(Held held, Instant wanted) {
        var soon = clock.instant().plus(SHORT_WALK);
        return staffing.awaySince(held.agent).isPresent() && soon.isBefore(wanted) ? soon : wanted;
    }

    private void takeBack(Held held, String why) {
        var substitute = staffing.substitute(held.agent).orElse(null);
        sweep.assign(held.task, held.caseNumber, substitute, Act.rule(substitute == null ? why : "substitute"));
        var data = new HashMap<String, Object>();
        data.put("task", held.task);
        data.put("agent", held.agent);
        data.put("queue", held.queue);
        data.put("conversation", held.conversation.toString());
        if (held.caseNumber != null) {
            data.put("case", held.caseNumber);
        }
        events.append("work.taken-back", data);
    }

    private void lookAgain(String task, @Nullable Instant at) {
        jdbc.sql("update casework.work_item set take_back_at = :at where task_id = :task")
                .param("at", at == null ? null : time(at), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("task", task)
                .update();
    }

    private Optional<Held> held(String task) {
        return jdbc.sql(
                        """
                        select task_id, case_number, conversation, queue, assignee, taken_at from casework.work_item
                        where task_id = ? and take_back_at <= ? and assignee is not null and taken_at is not null
                          and queue is not null and conversation is not null""")
                .param(task)
                .param(time(clock.instant()))
                .query((row, n) -> held(row))
                .optional();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getString("task_id"),
                row.getString("case_number"),
                row.getObject("conversation", UUID.class),
                row.getString("queue"),
                row.getString("assignee"),
                Sql.instant(row, "taken_at"));
    }

    private record Held(
            String task, @Nullable String caseNumber, UUID conversation, String queue, String agent, Instant takenAt) {}
}
